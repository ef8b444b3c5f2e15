export * from './attainment.js';
export * from './check-quotas.js';
export * from './fraction.js';
export * from './pace.js';
export * from './quota.js';
