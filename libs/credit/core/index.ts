export * from './assign.js';
export * from './credit-date.js';
export * from './decide.js';
export * from './rule.js';
export * from './rule-order.js';
export * from './split.js';
export * from './posting.js';
