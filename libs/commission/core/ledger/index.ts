export * from './amortise.js';
export * from './balance.js';
export * from './cash.js';
export * from './claw-back.js';
export * from './draw.js';
export * from './guarantee.js';
export * from './holdback.js';
export * from './instalments.js';
