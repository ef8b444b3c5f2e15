export * from './attainment.js';
export * from './check-quotas.js';
export * from './fraction.js';
export * from './judge-quotas.js';
export * from './pace.js';
export * from './quota.js';
export * from './quota-fields.js';
export * from './read-period.js';
