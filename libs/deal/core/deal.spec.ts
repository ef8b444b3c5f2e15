import fc from 'fast-check';
import { sameDeal, settleDeal, type DealContent, type DealWish } from './deal.js';

const links = { ownerId: 'o1', productId: null, accountId: null, splits: [] };
const wish: DealWish = {
  externalId: 'D-1',
  owner: 'Ann',
  stage: 'Won',
  amount: 1_000n,
  closedOn: '2026-03-31',
};
const settled = (changes: Partial<DealWish> = {}, before?: DealContent) =>
  settleDeal({ ...wish, ...changes }, links, before, 'EUR');
const codes = (result: ReturnType<typeof settled>) =>
  Array.isArray(result) ? result.map(({ field, fault }) => `${field} ${fault.code}`) : [];
const deal = settled() as DealContent;

describe('settling a deal', () => {
  it('derives the status from the stage and keeps the stage’s own words', () => {
    expect(deal).toMatchObject({ status: 'won', stage: 'Won', currency: 'EUR', name: 'D-1' });
    expect(settled({ stage: 'Engaging', amount: null, closedOn: null })).toMatchObject({
      status: 'open',
      stage: 'Engaging',
      amount: 0n,
    });
    expect(settled({ stage: 'Verloren' })).toMatchObject({ status: 'lost' });
  });

  it('lets a status column speak first', () => {
    expect(settled({ stage: 'Negotiation', status: 'gewonnen' })).toMatchObject({
      status: 'won',
      stage: 'Negotiation',
    });
    expect(codes(settled({ status: 'perhaps' }))).toEqual(['status UNKNOWN_STATUS']);
  });

  it('keeps what is not mentioned and clears what is null', () => {
    const changed = settled(
      { amount: undefined, closedOn: undefined, region: null, stage: undefined },
      { ...deal, region: 'Nord', stage: 'Signed' },
    );
    expect(changed).toMatchObject({
      amount: 1_000n,
      closedOn: '2026-03-31',
      region: null,
      status: 'won',
      stage: 'Signed',
    });
  });

  it('names a deal after its customer and product', () => {
    expect(settled({ account: 'Acme', product: 'GTX' })).toMatchObject({ name: 'Acme · GTX' });
    expect(settled({ account: 'Acme' }, { ...deal, name: 'Big one' })).toMatchObject({
      name: 'Big one',
    });
  });

  it('refuses won deals without a day, blank ids, odd currencies and absurd amounts, all at once', () => {
    expect(
      codes(settled({ externalId: ' ', closedOn: null, currency: 'EURO', amount: 10n ** 15n })),
    ).toEqual([
      'externalId REQUIRED',
      'currency UNKNOWN_CURRENCY',
      'amount AMOUNT_TOO_LARGE',
      'closedOn CLOSED_ON_MISSING',
    ]);
  });

  it('knows when it was booked, invoiced and how long it runs, and refuses what is no day or month', () => {
    const days = { bookedOn: '2026-04-01', invoicedOn: '2026-05-01', contractMonths: '24' };
    expect(settled(days)).toMatchObject({ ...days, contractMonths: 24 });
    expect(
      codes(settled({ bookedOn: 'soon', invoicedOn: '2026-02-30', contractMonths: 0 })),
    ).toEqual(['bookedOn NOT_A_DAY', 'invoicedOn NOT_A_DAY', 'contractMonths NOT_A_COUNT']);
  });

  it('is unchanged by the same wish a second time', () => {
    const text = fc.option(fc.string(), { nil: undefined });
    const wishes = fc.record({
      externalId: fc.string({ minLength: 1 }).filter((id) => id.trim() !== ''),
      owner: fc.constant('Ann'),
      name: text,
      account: text,
      stage: fc.constantFrom('Won', 'Lost', 'Engaging', undefined),
      status: fc.constantFrom('open', 'lost', undefined),
      amount: fc.option(fc.bigInt({ min: 0n, max: 10n ** 14n }), { nil: undefined }),
      closedOn: fc.constantFrom('2026-01-01', undefined),
      region: fc.option(fc.string()),
      attributes: fc.option(fc.dictionary(fc.string(), fc.string()), { nil: undefined }),
    });
    fc.assert(
      fc.property(wishes, (wished) => {
        const first = settleDeal(wished, links, undefined, 'EUR');
        if (Array.isArray(first)) return;
        expect(sameDeal(settleDeal(wished, links, first, 'EUR') as DealContent, first)).toBe(true);
      }),
    );
  });
});

it('does not mind the order of attributes', () => {
  expect(
    sameDeal(
      { ...deal, attributes: { a: 1, b: { c: 2, d: 3 } } },
      { ...deal, attributes: { b: { d: 3, c: 2 }, a: 1 } },
    ),
  ).toBe(true);
});
