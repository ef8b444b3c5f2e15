import {
  checkPlan,
  compilePlan,
  exchanged,
  outcomeOf,
  type Partition,
} from '@laurel/commission/core';
import type { Facts } from './facts.js';
import { Fraction, zero } from './fraction.js';
import { payByTheBook } from './reference.js';

type Line = {
  readonly component: string;
  readonly kind: string;
  readonly creditId: string | null;
  readonly tier: number | null;
  readonly exact: Fraction;
  readonly amount: bigint;
  readonly withheld?: Fraction;
};
export type Outcome = { readonly lines: readonly Line[]; readonly problems: readonly string[] };

/** What the engine pays, in the words of the reference. */
export function payByEngine(facts: Facts): Outcome {
  const rates = facts.rates.map((rate) => ({ ...rate, source: 'test' }));
  const partition = exchanged(facts as unknown as Partition, rates, facts.range.from);
  const { lines, problems } = outcomeOf(partition, compilePlan(partition.plan));
  return {
    lines: lines.map((line) => ({
      ...line,
      exact: Fraction.read(line.exact),
      ...(line.kind === 'gate' && { withheld: Fraction.read(line.base) }),
    })),
    problems: [
      ...new Set(
        problems.map(({ code, dealId }) => (dealId === null ? code : `${code} of ${dealId}`)),
      ),
    ].sort(),
  };
}

/** What both pay, and whether it is the same. */
export function compare(facts: Facts): { engine: Outcome; reference: Outcome; agrees: boolean } {
  const [engine, reference] = [payByEngine(facts), payByTheBook(facts)];
  const [one, other] = [engine, reference].map((each) => JSON.stringify(summary(each)));
  return { engine, reference, agrees: one === other };
}

/** What the two do not agree on; null if they do. */
export function disagreement(facts: Facts): { engine: unknown; reference: unknown } | null {
  const { engine, reference, agrees } = compare(facts);
  return agrees ? null : { engine: summary(engine), reference: summary(reference) };
}

/** Sums of lines by what names them; lines that are worth nothing are left out, but for closed gates. */
function summary({ lines, problems }: Outcome): { pay: string[]; problems: readonly string[] } {
  const sums = new Map<string, { exact: Fraction; amount: bigint }>();
  for (const { component, kind, creditId, tier, exact, amount, withheld } of lines) {
    const key = [
      component,
      kind,
      withheld ?? creditId ?? '-',
      ...(kind === 'tier' ? [tier] : []),
    ].join(', ');
    const before = sums.get(key) ?? { exact: zero, amount: 0n };
    sums.set(key, { exact: before.exact.plus(exact), amount: before.amount + amount });
  }
  const pay = [...sums]
    .filter(([key, { exact, amount }]) => amount !== 0n || exact.sign !== 0 || isGate(key))
    .map(([key, { exact, amount }]) => `${key}: ${isRounding(key) ? '' : `${exact} = `}${amount}`);
  return { pay: pay.sort(), problems };
}

const isGate = (key: string) => key.includes(', gate,');
const isRounding = (key: string) => key.startsWith('rounding,');

export const isPlan = (document: unknown): boolean => checkPlan(document).length === 0;
