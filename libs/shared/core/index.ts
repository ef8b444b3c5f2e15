export * from './allocate.js';
export * from './day.js';
export * from './decimal.js';
export * from './money.js';
export * from './period.js';
export * from './role.js';
