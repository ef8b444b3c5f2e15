export * from './amortise.js';
export * from './balance.js';
export * from './carry.js';
export * from './cash.js';
export { type ClawBack, clawBack, recover, type Recovery, type Service } from './claw-back.js';
export type { DealFacts, Deposit, OriginalPeriod } from './deposit.js';
export * from './draw.js';
export * from './guarantee.js';
export * from './holdback.js';
export * from './instalments.js';
export * from './movement.js';
export {
  type CancelledPay,
  type Carried,
  nothingCarried,
  type PeriodPay,
  type SettleFacts,
} from './period-pay.js';
export { type Cancellation, serviceOf } from './service.js';
export * from './settings.js';
export * from './settle.js';
export * from './settle-all.js';
