export * from './earn.js';
export * from './exchange.js';
export * from './explain.js';
export * from './in-force.js';
export * from './line.js';
export * from './partition.js';
export * from './plan.js';
export * from './expression/index.js';
