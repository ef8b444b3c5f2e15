export * from './address.js';
export * from './email.js';
export * from './locale.js';
export * from './member.js';
export * from './membership.js';
export * from './name.js';
export * from './password.js';
export * from './team-tree.js';
