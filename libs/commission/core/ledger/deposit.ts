import { addDays, type Day, type Rounding } from '@laurel/shared/core';
import { nearerToZero } from './claw-back.js';
import { holdBack, type Release, releasedOf } from './holdback.js';
import { dueBy, instalmentsOf } from './instalments.js';
import { type ReleaseSettings, releaseDay, type SettlementSettings } from './settings.js';

/** What happens to a deal after it was sold, as far as pay waits for it. */
export type DealFacts = {
  readonly amount: bigint;
  readonly payments: readonly { readonly on: Day; readonly amount: bigint }[];
  /** The day each milestone was reached. */
  readonly milestones: Readonly<Record<string, Day>>;
};

/** The period something was earned in, with the settings of the plan that paid it then. */
export type OriginalPeriod = {
  readonly name: string;
  /** The first day after it. */
  readonly until: Day;
  readonly settings: SettlementSettings;
  readonly rounding: Rounding;
};

/** Pay for a deal that waits: of the whole that was put away some may be cancelled, and `balance` still waits. */
export type Deposit = {
  readonly account: 'holdback' | 'instalment';
  readonly dealId: string;
  readonly original: OriginalPeriod;
  readonly whole: bigint;
  readonly cancelled: bigint;
  readonly balance: bigint;
};

/** What is put away of the pay for a deal: a share held back, and of the rest what is paid in instalments. */
export function depositsOf(dealId: string, earned: bigint, original: OriginalPeriod): Deposit[] {
  const { holdback, instalments } = original.settings;
  const { held, payable } = holdBack(earned, holdback?.share ?? '0', original.rounding);
  const put = (account: Deposit['account'], whole: bigint): Deposit[] =>
    whole === 0n ? [] : [{ account, dealId, original, whole, cancelled: 0n, balance: whole }];
  return [...put('holdback', held), ...put('instalment', instalments ? payable : 0n)];
}

/** What tells one deposit from the others of a payee; no two of them have the same. */
export const keyOfDeposit = ({
  account,
  dealId,
  original,
}: Pick<Deposit, 'account' | 'dealId' | 'original'>): string =>
  [account, dealId, original.name].join('|');

/** The deposits with these added: what is put away for the same deal, account and period is one. */
export function deposited(deposits: readonly Deposit[], made: readonly Deposit[]): Deposit[] {
  const known = new Map(deposits.map((each) => [keyOfDeposit(each), each]));
  for (const each of made) {
    const before = known.get(keyOfDeposit(each));
    known.set(keyOfDeposit(each), before ? joined(before, each) : each);
  }
  return [...known.values()];
}

/** The terms are those of the plan that put it away; what only pays or cancels may know others. */
const joined = (before: Deposit, made: Deposit): Deposit => ({
  ...(before.whole === 0n ? made : before),
  whole: before.whole + made.whole,
  cancelled: before.cancelled + made.cancelled,
  balance: before.balance + made.balance,
});

/** When it is asked: the first day after the period that pays, and how many periods it is after the original one. */
export type Asked = { readonly until: Day; readonly periodsLater: number };

/**
 * What is to be paid of a deposit by then, less what was paid before; below 0 when cash went back. What was cancelled
 * comes off the end: the parts keep their size until no more is left.
 */
export function payableOf(deposit: Deposit, deal: DealFacts | undefined, asked: Asked): bigint {
  const { account, whole, cancelled, balance } = deposit;
  const due =
    account === 'holdback' ? releasedBy(deposit, deal, asked) : instalmentsBy(deposit, asked);
  const left = whole - cancelled;
  return nearerToZero(due, left) - (left - balance);
}

function releasedBy(
  { original, whole }: Deposit,
  deal: DealFacts | undefined,
  { until }: Asked,
): bigint {
  const settings = original.settings.holdback?.release;
  if (!settings) return whole;
  const received = (deal?.payments ?? [])
    .filter(({ on }) => on < until)
    .reduce((sum, { amount }) => sum + amount, 0n);
  const reached = Object.entries(deal?.milestones ?? {}).flatMap(([name, on]) =>
    on < until ? name : [],
  );
  const facts = {
    day: addDays(until, -1),
    deal: { amount: deal?.amount ?? 0n, received },
    reached,
  };
  return releasedOf(whole, releaseOf(settings, original.until), facts, original.rounding);
}

const releaseOf = (settings: ReleaseSettings, until: Day): Release =>
  settings.by === 'date' ? { by: 'date', on: releaseDay(settings, until) } : settings;

const instalmentsBy = ({ original, whole }: Deposit, { periodsLater }: Asked): bigint =>
  dueBy(instalmentsOf(whole, original.settings.instalments ?? []), periodsLater);
