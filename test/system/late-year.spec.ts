import { foundSmall, linesIn, lockedQuarter, paidInAll, type Small } from '../harness/late.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { close, codeOf, lock } from '../harness/locked.js';
import { saveDeals, saveQuotas } from '../harness/organization.js';

const plan = {
  currency: 'EUR',
  period: 'quarter',
  components: [
    {
      kind: 'tiers',
      name: 'commission',
      title: { en: 'Commission', de: 'Provision' },
      accumulate: 'year',
      tiers: [
        { from: '0', rate: '0.05' },
        { from: '0.5', rate: '0.1' },
      ],
    },
  ],
};

const won = (externalId: string, { people }: Small, closedOn: string, amount: string) => ({
  externalId,
  owner: people.Ann!,
  amount,
  status: 'won',
  closedOn,
});

describe('a late deal where totals run through the year', () => {
  let laurel: Laurel;

  beforeAll(async () => {
    laurel = await startLaurel();
  });
  afterAll(() => laurel?.stop());

  const begin = async (name: string) => {
    const small = await foundSmall(laurel, name, plan);
    await saveQuotas(small.finance, [
      { memberId: small.people.Ann!, period: '2026', amount: '4000000' },
    ]);
    await saveDeals(small.finance, [won('spring', small, '2026-05-10', '900000')]);
    await small.finance.settled(20_000);
    return small;
  };
  const springPay = async (small: Small) =>
    (await linesIn(small, 'Ann', '2026-Q2'))
      .filter(({ kind }) => kind !== 'correction')
      .reduce((sum, { amount }) => sum + BigInt(amount), 0n);

  it('moves the tiers of later open quarters as if nothing had been locked', async () => {
    const [locked, free] = [await begin('locked'), await begin('free')];
    expect(codeOf(await close(locked.finance, lockedQuarter))).toBeUndefined();
    expect(codeOf(await lock(locked.finance, lockedQuarter))).toBeUndefined();
    const before = await springPay(locked);
    expect(before).toBeGreaterThan(0n);
    for (const small of [locked, free]) {
      await saveDeals(small.finance, [won('late', small, '2026-03-31', '500000')]);
      await small.finance.settled(20_000);
    }
    expect(await springPay(locked)).toBeGreaterThan(before);
    expect(await springPay(locked)).toBe(await springPay(free));
    expect(await paidInAll(locked, 'Ann')).toBe(await paidInAll(free, 'Ann'));
  });
});
