export * from './compare.js';
export * from './reason.js';
