export * from './board.js';
export * from './measure.js';
export * from './movement.js';
