export * from './assign.js';
export * from './split.js';
