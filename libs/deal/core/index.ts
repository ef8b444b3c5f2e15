export * from './canonical.js';
export * from './deal.js';
export * from './deal-fields.js';
export * from './read-splits.js';
export * from './split.js';
export * from './status.js';
