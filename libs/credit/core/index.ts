export * from './assign.js';
export * from './roster.js';
