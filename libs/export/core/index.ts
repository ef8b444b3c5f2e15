export * from './cells.js';
export * from './commission-row.js';
