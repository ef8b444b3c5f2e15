import { byCodePoint } from './counted.js';
import type { Pool } from './document.js';
import { Fraction, sum, zero } from './fraction.js';
import { minor } from './money.js';
import type { Situation } from './situation.js';

/** The payee's part of the pool of the team: whole minor units by largest remainder, of a loss as of a gain. */
export function partOfPool({ component, facts, plan, problems }: Situation<Pool>): Fraction | null {
  const { pool } = facts;
  if (!pool) problems.add('POOL_MISSING');
  if (!pool) return null;
  const { amount, rate, share = 'equal' } = component;
  const asksForCredits = rate !== undefined || share === 'credited';
  if (asksForCredits && pool.withoutRate?.length) {
    problems.add('RATE_MISSING');
    return null;
  }
  const size =
    amount === undefined
      ? Fraction.of(Fraction.read(rate!).times(Fraction.of(pool.credited)).round(plan.rounding))
      : minor(amount, plan);
  const claims = pool.members.map((member) => ({
    id: member.id,
    claim: {
      equal: Fraction.of(1),
      weight: Fraction.read(member.weight),
      credited: Fraction.of(member.credited).most(zero),
    }[share],
  }));
  const sign = Fraction.of(size.sign);
  const part = split(size.times(sign), claims).get(pool.payeeId);
  return part === undefined ? null : Fraction.of(part).times(sign);
}

type Claim = { readonly id: string; readonly claim: Fraction };

/** Everybody gets the whole units of their exact part; what is left goes one by one to the largest rest. */
function split(size: Fraction, claims: readonly Claim[]): Map<string, bigint> {
  const all = sum(claims.map(({ claim }) => claim));
  if (all.sign === 0) return new Map();
  const exact = claims.map(({ id, claim }) => ({ id, part: size.times(claim).over(all) }));
  const whole = new Map(exact.map(({ id, part }) => [id, part.floor()]));
  const rest = ({ part }: { part: Fraction }) => part.minus(Fraction.of(part.floor()));
  const left = size.minus(sum([...whole.values()].map((each) => Fraction.of(each))));
  const next = exact.toSorted((a, b) => rest(b).compare(rest(a)) || byCodePoint(a.id, b.id));
  for (const { id } of next.slice(0, Number(left.floor()))) whole.set(id, whole.get(id)! + 1n);
  return whole;
}
