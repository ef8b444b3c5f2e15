import type { ApiScope, Role } from './role.js';

/** How far a role sees through a field: nobody's rows, one's own, also one's reports', or everybody's. */
export type Scope = 'none' | 'own' | 'report' | 'all';
/** How the reader stands to the person a row belongs to. */
export type Relation = 'own' | 'report' | 'peer';

export type Row = {
  readonly reach: Readonly<Record<Role, Scope>>;
  /** What an API token needs for it; a field without one is for people only. */
  readonly token?: ApiScope;
  /** Also for whoever holds the permission `hr`, whatever their role. */
  readonly hr?: true;
  /** Also for those who have not signed in. */
  readonly anonymous?: true;
};

/** A type, its fields, and who may see them. */
export type PermissionRow = readonly [type: string, fields: string, row: Row];

export const reach = (rep: Scope, manager: Scope, finance: Scope, admin: Scope) => ({
  rep,
  manager,
  finance,
  admin,
});
export const everyone: Row = { reach: reach('all', 'all', 'all', 'all'), token: 'read' };
export const anyone: Row = { reach: everyone.reach, anonymous: true };
export const personal: Row = { reach: reach('own', 'own', 'own', 'own') };
export const signedIn: Row = { reach: everyone.reach };
/** What is known of a seller: deals, goals, how to reach them. */
export const sales: Row = { reach: reach('own', 'report', 'all', 'all'), token: 'read' };
export const goals: Row = { reach: reach('own', 'report', 'all', 'own'), token: 'read' };
export const pay: Row = { reach: reach('own', 'report', 'all', 'own'), token: 'pay' };
/** Managers score their reports; nobody scores themselves. */
export const scorers: Row = { reach: reach('none', 'report', 'all', 'none'), token: 'read' };
export const plans: Row = { reach: reach('none', 'all', 'all', 'all'), token: 'read' };
export const finance: Row = { reach: reach('none', 'none', 'all', 'none'), token: 'read' };
/** What everybody's pay is, or would be. */
export const payroll: Row = { reach: finance.reach, token: 'pay' };
export const admin: Row = { reach: reach('none', 'none', 'none', 'all') };
export const auditors: Row = { reach: reach('none', 'none', 'all', 'all') };
export const importers: Row = { reach: reach('none', 'none', 'all', 'all'), token: 'read' };

/** Managers ask their own people, HR everybody; services narrow it. */
export const surveyors: Row = { reach: reach('none', 'all', 'none', 'none'), hr: true };

export const writes = (row: Row): Row => ({ ...row, token: 'write' });
