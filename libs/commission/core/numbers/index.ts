export { CreditColumns, type PlainPartition, Products } from './columns.js';
export { PlainKernel } from './kernel.js';
export { PlainLines } from './lines.js';
export { payPlain, PlainCredits, type PlainPay } from './pay-plain.js';
export { plainPlan, type PlainPlan } from './plain-plan.js';
