export * from './changes.js';
export * from './named.js';
export * from './sight.js';
