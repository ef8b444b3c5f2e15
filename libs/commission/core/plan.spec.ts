import { examplePlan } from './example.js';
import { checkPlan, parsePlan, productsNamed } from './plan.js';

const title = { en: 'Pay', de: 'Geld' };
const tiers = (...edges: [from: unknown, rate: unknown][]) => ({
  kind: 'tiers',
  name: 'commission',
  title,
  tiers: edges.map(([from, rate]) => ({ from, rate })),
});
const withComponents = (...components: unknown[]) => ({
  currency: 'EUR',
  period: 'month',
  components,
});

describe('checkPlan', () => {
  it('takes a correct plan and fills in the defaults', () => {
    const document = withComponents(tiers(['0', '0.05'], ['1', '0.1']));
    expect(checkPlan(document)).toEqual([]);
    expect(parsePlan(document)).toMatchObject({
      rounding: 'half-even',
      components: document.components,
    });
    expect(checkPlan(examplePlan)).toEqual([]);
  });

  it.each<[string, unknown, string, string]>([
    ['no plan at all', 'x', '', 'Expected a plan'],
    [
      'an unknown currency',
      { ...withComponents(tiers(['0', '0'])), currency: 'EURO' },
      'currency',
      'such as "EUR"',
    ],
    [
      'an unknown period',
      { ...withComponents(tiers(['0', '0'])), period: 'week' },
      'period',
      '"month", "quarter", "year"',
    ],
    ['no component', withComponents(), 'components', 'at least one component'],
    [
      'an unknown kind',
      withComponents({ kind: 'slope' }),
      'components[0].kind',
      '"flat", "tiers", "rates"',
    ],
    [
      'a number for a rate',
      withComponents(tiers(['0', 0.05])),
      'components[0].tiers[0].rate',
      'as text',
    ],
    [
      'a negative rate',
      withComponents(tiers(['0', '-0.05'])),
      'components[0].tiers[0].rate',
      '0 or more',
    ],
    [
      'a late first tier',
      withComponents(tiers(['0.1', '0.05'])),
      'components[0].tiers[0].from',
      'must start at "0"',
    ],
    [
      'falling tiers',
      withComponents(tiers(['0', '0.1'], ['1', '0'], ['1.0', '0'])),
      'components[0].tiers[2].from',
      'more than "1"',
    ],
    [
      'an unreadable edge',
      withComponents(tiers(['zero', '0.1'])),
      'components[0].tiers[0].from',
      'share of the quota',
    ],
    [
      'a misspelt key',
      withComponents({ ...tiers(['0', '0']), multiplyers: [] }),
      'components[0].multiplyers',
      'multiplyers',
    ],
    [
      'a bonus with too many decimals',
      withComponents({ kind: 'spiff', name: 'bonus', title, product: 'Gold', amount: '5.001' }),
      'components[0].amount',
      'an amount in EUR',
    ],
    [
      'one title only',
      withComponents({ ...tiers(['0', '0']), title: { en: 'Pay' } }),
      'components[0].title.de',
      'German',
    ],
    [
      'the same name twice',
      withComponents(tiers(['0', '0']), tiers(['0', '0'])),
      'components[1].name',
      'different name',
    ],
    [
      'levels beyond reach',
      withComponents({ kind: 'override', name: 'team', title, rate: '0.01', levels: 0 }),
      'components[0].levels',
      '1 to 20',
    ],
  ])('refuses %s', (_, document, path, message) => {
    expect(checkPlan(document)).toEqual([{ path, message: expect.stringContaining(message) }]);
  });

  it('names the products of a plan with their places', () => {
    expect(productsNamed(examplePlan)).toEqual([
      { path: 'components[0].multipliers[0].product', product: 'Gold' },
      { path: 'components[1].product', product: 'Starter' },
    ]);
  });
});
