export * from './canonical.js';
export * from './deal.js';
export * from './deal-fields.js';
export * from './status.js';
