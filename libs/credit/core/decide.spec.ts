import fc from 'fast-check';
import { assignCredits, type CreditableDeal } from './assign.js';
import { rulesOn, type CreditingRule } from './rule-order.js';
import { parseRule } from './rule.js';

const id = (digit: number) => `${digit}`.repeat(8) + '-1111-4111-8111-111111111111';
const [ann, ben, cem, lea] = [id(1), id(2), id(3), id(4)];
const names: Record<string, string> = { [ann]: 'ann', [ben]: 'ben', [cem]: 'cem', [lea]: 'lea' };

const deal: CreditableDeal = {
  id: 'd1',
  ownerId: ann,
  amount: 100_00n,
  currency: 'EUR',
  status: 'won',
  closedOn: '2026-03-01',
  removed: false,
  splits: [],
  product: 'GTX',
  series: 'G',
  region: 'Nord',
  segment: 'Retail',
  account: 'Acme',
};

const rule = (name: string, document: unknown, more: Partial<CreditingRule> = {}) => ({
  name,
  number: 1,
  priority: 0,
  from: '2026-01-01',
  to: null,
  ...more,
  document: parseRule(document),
});

/** Lea manages everybody. */
const tree = { managersOf: (who: string) => (who === lea ? [] : [{ memberId: lea, level: 1 }]) };
const credits = (rules: CreditingRule[], changes: Partial<CreditableDeal> = {}) =>
  assignCredits({ ...deal, ...changes }, tree, rules).map(
    ({ payeeId, kind, amount, rule: by }) =>
      `${names[payeeId]} ${kind} ${amount}${by === null ? '' : ` by ${by}`}`,
  );

const specialist = rule('Specialist', {
  kind: 'overlay',
  payee: ben,
  share: '0.1',
  when: { products: ['gtx'] },
});
const north = rule('North', { kind: 'territory', payee: cem, when: { regions: ['Nord'] } });
const half = rule('Half', {
  kind: 'split',
  shares: [
    { payee: 'owner', share: '0.5' },
    { payee: ben, share: '0.5' },
  ],
});

describe('crediting rules', () => {
  it('leave the deal to its owner when none decides', () => {
    expect(credits([])).toEqual(['ann direct 10000', 'lea rollUp 10000']);
  });

  it('give a specialist a share on top, by product, region, segment, account, owner or amount', () => {
    expect(credits([specialist])).toContain('ben overlay 1000 by Specialist (1)');
    const met = (when: object) =>
      credits([rule('R', { kind: 'overlay', payee: ben, share: '0.1', when })]).length === 3;
    const amountAtLeast = (amount: string, currency = 'EUR') => ({
      amountAtLeast: { amount, currency },
    });
    expect(met({ segments: ['retail'], series: ['g'], accounts: ['ACME '], owners: [ann] })).toBe(
      true,
    );
    expect(met({ segments: ['Retail'], regions: ['Süd'] })).toBe(false);
    expect(met({ owners: [cem] })).toBe(false);
    expect(met(amountAtLeast('100.00'))).toBe(true);
    expect(met(amountAtLeast('100.01'))).toBe(false);
    expect(met(amountAtLeast('1.00', 'USD'))).toBe(false);
  });

  it('give the deals of a territory to its payee, instead of the owner or on top', () => {
    expect(credits([north])).toEqual(['cem direct 10000 by North (1)', 'lea rollUp 10000']);
    const onTop = rule('North', {
      kind: 'territory',
      payee: cem,
      onTop: '1',
      when: { regions: ['Nord'] },
    });
    expect(credits([onTop])).toEqual([
      'ann direct 10000',
      'cem overlay 10000 by North (1)',
      'lea rollUp 10000',
    ]);
  });

  it('split by rule, also when the owner is one of those named', () => {
    expect(credits([half])).toEqual([
      'ann split 5000 by Half (1)',
      'ben split 5000 by Half (1)',
      'lea rollUp 10000',
    ]);
    expect(credits([half], { ownerId: ben })).toEqual([
      'ben split 10000 by Half (1)',
      'lea rollUp 10000',
    ]);
  });

  it('are asked by priority, then by how much they say, then by name', () => {
    const everywhere = rule('A', { kind: 'owner' });
    expect(credits([everywhere, north])[0]).toBe('cem direct 10000 by North (1)');
    expect(credits([{ ...everywhere, priority: 1 }, north])[0]).toBe('ann direct 10000 by A (1)');
    expect(credits([half, everywhere])[0]).toBe('ann direct 10000 by A (1)');
  });

  it('come after what the deal says itself', () => {
    const splits = [
      { payeeId: cem, share: '1', kind: 'split' as const },
      { payeeId: ben, share: '0.5', kind: 'overlay' as const },
    ];
    expect(credits([half, north, specialist], { splits })).toEqual([
      'cem split 10000',
      'ben overlay 5000',
      'lea rollUp 10000',
    ]);
  });

  it('credit nobody for a deal that no owner rule catches, as soon as there is one', () => {
    const south = rule('South', { kind: 'owner', when: { regions: ['Süd'] } });
    expect(credits([south])).toEqual([]);
    expect(credits([south], { region: 'süd' })[0]).toBe('ann direct 10000 by South (1)');
    expect(credits([south, north])[0]).toBe('cem direct 10000 by North (1)');
  });

  it('say how far managers follow, and whether they follow overlays', () => {
    expect(credits([rule('None', { kind: 'rollUp', levels: 0 })])).toEqual(['ann direct 10000']);
    const all = rule('All', { kind: 'rollUp', levels: 1, overlays: true });
    expect(credits([all, specialist])).toContain('lea rollUp 11000 by All (1)');
  });

  it('hold from their day on, until the next version or their end', () => {
    const later = { ...specialist, number: 2, from: '2026-02-01', to: '2026-03-01' };
    const on = (day: string) => rulesOn([later, specialist], day).map(({ number }) => number);
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-02-01'), on('2026-03-01')]).toEqual([
      [],
      [1],
      [2],
      [],
    ]);
  });
});

it('rules decide alike in whatever order they come, and held parts sum to the deal', () => {
  const condition = fc.constantFrom(
    {},
    { regions: ['Nord'] },
    { regions: ['Nord'], products: ['GTX'] },
  );
  const document = condition.chain((when) =>
    fc.constantFrom(
      { kind: 'owner', when },
      { kind: 'split', when, shares: half.document.kind === 'split' ? half.document.shares : [] },
      { kind: 'territory', payee: cem, when: { ...when, accounts: ['Acme'] } },
      { kind: 'overlay', payee: ben, share: '0.3', when },
      { kind: 'overlay', payee: cem, share: '0.7', when },
      { kind: 'rollUp', levels: 1, overlays: true, when },
    ),
  );
  const version = fc
    .record({
      name: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      number: fc.integer({ min: 1, max: 3 }),
      priority: fc.integer({ min: 0, max: 1 }),
      from: fc.constantFrom('2026-01-01', '2026-02-01', '2026-04-01'),
      document,
    })
    .map(({ name, document: written, ...more }) => rule(name, written, more));
  const rules = fc.uniqueArray(version, { selector: ({ name, number }) => `${name}${number}` });
  const orders = rules.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
  fc.assert(
    fc.property(orders, amount, ([all, other], money) => {
      const result = assignCredits({ ...deal, amount: money }, tree, all);
      expect(assignCredits({ ...deal, amount: money }, tree, other)).toEqual(result);
      const held = result.filter(({ kind }) => kind === 'direct' || kind === 'split');
      expect(held.reduce((sum, each) => sum + each.amount, 0n)).toBe(money);
    }),
  );
});
