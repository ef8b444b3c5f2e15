export { type CreditColumns, type PlainPartition, Products, type RolledUp } from './columns.js';
export { Company } from './company.js';
export { PlainKernel } from './kernel.js';
export { PlainLines } from './lines.js';
export { payPlain, type PlainCredits, type PlainPay, PlainRoom } from './pay-plain.js';
export { namesProducts, plainPlan, type PlainPlan } from './plain-plan.js';
