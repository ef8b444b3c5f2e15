import { correctionLine, differences, type PostedPay } from './correction.js';
import type { EarningLine } from './line.js';

const line = (
  deal: string | null,
  base: string,
  amount: bigint,
  more: Partial<EarningLine> = {},
): EarningLine & { planVersionId: string } => ({
  component: 'commission',
  kind: 'tier',
  creditId: deal && `credit of ${deal}`,
  dealId: deal,
  tier: 0,
  tierFrom: '0',
  tierTo: null,
  base,
  rate: '0.1',
  multiplier: '1',
  exact: String(amount),
  amount,
  currency: 'EUR',
  rounding: 'half-even',
  creditedBefore: null,
  quota: null,
  detail: null,
  ...more,
  planVersionId: more.planVersionId ?? 'v1',
});
const posted = (...lines: PostedPay['lines']): PostedPay => ({ lines, corrections: [] });
const shown = (...given: Parameters<typeof differences>) =>
  differences(...given).map(
    ({ dealId, component, before, after, difference, cause }) =>
      `${dealId ?? component} ${after} - ${before} = ${difference} ${cause}`,
  );

describe('what a locked period would pay differently', () => {
  it('is nothing where the same is due, in whatever lines', () => {
    const two = [line('a', '60', 6n), line('a', '40', 8n, { tier: 1 })];
    expect(shown(posted(line('a', '100', 14n)), two, null)).toEqual([]);
    expect(shown(posted(), [], 'plan')).toEqual([]);
  });

  it('is said deal by deal: one that came, went, is worth something else, or was moved by others', () => {
    const before = posted(
      line('a', '100', 10n),
      line('b', '50', 5n),
      line('c', '70', 7n),
      line('d', '30', 3n),
    );
    const due = [
      line('a', '120', 12n),
      line('c', '70', 14n),
      line('d', '30', 3n),
      line('e', '10', 1n),
    ];
    expect(shown(before, due, null)).toEqual([
      'a 12 - 10 = 2 deal',
      'b 0 - 5 = -5 deal',
      'c 14 - 7 = 7 order',
      'e 1 - 0 = 1 deal',
    ]);
  });

  it('is the quota’s or the plan’s doing where that is another, but a new deal explains itself', () => {
    const before = posted(line('a', '100', 10n));
    const due = [line('a', '100', 20n), line('b', '10', 1n)];
    expect(shown(before, due, 'quota')).toEqual(['a 20 - 10 = 10 quota', 'b 1 - 0 = 1 deal']);
    const other = [line('a', '100', 20n, { planVersionId: 'v2' })];
    expect(shown(before, other, null)).toEqual(['a 20 - 10 = 10 plan']);
  });

  it('is the plan’s doing where another version has no such pay any more, or pays more', () => {
    const before = posted(line('a', '100', 10n), line('a', '1', 2n, { component: 'extra' }));
    const bonus = line(null, '5', 5n, { component: 'bonus', planVersionId: 'v2' });
    const other = [line('a', '100', 10n, { planVersionId: 'v2' }), bonus];
    expect(shown(before, other, null)).toEqual(['a 0 - 2 = -2 plan', 'bonus 5 - 0 = 5 plan']);
    const reached = [...before.lines, { ...bonus, planVersionId: 'v1' }];
    expect(shown(before, reached, null)).toEqual(['bonus 5 - 0 = 5 deal']);
  });

  it('counts what was corrected before, and asks again in vain', () => {
    const before = posted(line('a', '100', 10n), line(null, '100', 4n, { component: 'team' }));
    const due = [line('a', '120', 12n, { planVersionId: 'v2' })];
    const corrections = differences(before, due, null);
    expect(corrections.map(({ difference }) => difference)).toEqual([2n, -4n]);
    expect(differences({ ...before, corrections }, due, null)).toEqual([]);
    const later = [line('a', '130', 13n, { planVersionId: 'v2' })];
    expect(shown({ ...before, corrections }, later, null)).toEqual(['a 13 - 12 = 1 deal']);
  });

  it('leaves alone what the period itself had posted for earlier ones', () => {
    const [difference] = differences(posted(), [line('a', '100', 10n)], null);
    const about = { period: '2026-Q1', number: 1, currency: 'EUR', deal: 'A', origin: null };
    const correction = { ...difference!, ...about };
    const own = { ...line('a', '0', 0n), ...correctionLine(correction) };
    expect(own).toMatchObject({ amount: 10n, kind: 'correction', planVersionId: 'v1' });
    expect(differences(posted(own), [], null)).toEqual([]);
  });

  it('tells the part of lines that share a component, and the one tier', () => {
    const part = (name: string, amount: bigint) =>
      line(null, '1', amount, { component: 'goals', tier: null, detail: { part: name } });
    const found = differences(posted(part('x', 1n), part('y', 2n)), [part('x', 1n)], null);
    expect(found).toMatchObject([{ part: 'y', difference: -2n, tier: null }]);
    expect(differences(posted(), [line('a', '1', 1n, { tier: 2 })], null)).toMatchObject([
      { tier: 2 },
    ]);
  });
});
