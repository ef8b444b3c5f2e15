export * from './badges.js';
export * from './criteria.js';
export * from './evaluate.js';
export * from './settle.js';
