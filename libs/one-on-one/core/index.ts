export * from './agenda.js';
export * from './cadence.js';
export * from './schedule.js';
export * from './one-on-one-mail.js';
export * from './reminder.js';
export * from './topic-bank.js';
