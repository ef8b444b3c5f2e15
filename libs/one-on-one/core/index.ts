export * from './agenda.js';
export * from './cadence.js';
export * from './schedule.js';
