import { pay, type PermissionRow } from './permission-row.js';

/** What statements and ledgers are made of. */
export const payTypes: readonly PermissionRow[] = [
  [
    'Earning',
    'id payee period deal credit component kind tier tierFrom tierTo base rate multiplier exact amount currency rounding creditedBefore quota detail planVersion',
    pay,
  ],
  ['EarningPage', 'rows total', pay],
  ['StatementProblem', 'code message dealId', pay],
  [
    'Statement',
    'id payee team period currency credited quota attainment earned dealCount lineCount problems computedAt lines payout paidIn balance changed versions changes',
    pay,
  ],
  ['ForeignPayout', 'currency amount rate source day', pay],
  ['StatementVersion', 'number seenAt currency credited quota earned lineCount', pay],
  [
    'StatementChange',
    'id component kind externalId deal currency before after difference reason',
    pay,
  ],
  ['StatementChangePage', 'rows total since difference', pay],
  ['StatementTotals', 'currency credited earned payout count', pay],
  ['StatementPage', 'rows total totals', pay],
  ['StatementSignal', 'memberId period at', pay],
  ['PeriodBalance', 'period currency earned payout accounts', pay],
  ['AccountBalance', 'account opening movements closing', pay],
  ['BalanceMovement', 'id account kind amount pay currency deal originalPeriod', pay],
  [
    'LateChange',
    'id period externalId deal cause currency difference shifted fields payments pay',
    pay,
  ],
  ['LatePayment', 'before after', pay],
  ['LateChangePage', 'rows total', pay],
  ['DealFieldChange', 'field before after', pay],
  ['CorrectedPay', 'payee component kind cause lines before after difference', pay],
];
