export const roles = ['rep', 'manager', 'finance', 'admin'] as const;
export type Role = (typeof roles)[number];

/** What an API token may be used for: reading, writing, and seeing pay. */
export const apiScopes = ['read', 'write', 'pay'] as const;
export type ApiScope = (typeof apiScopes)[number];
