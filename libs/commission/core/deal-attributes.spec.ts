import { askedBy } from './asked.js';
import { withAttributes } from './deal-attributes.js';
import { credit, examplePlan } from './example.js';

describe('withAttributes', () => {
  it('gives a credit its part of what the deal says', () => {
    const attributes = {
      segment: 'new',
      discount: 0.05,
      margin: '40.01',
      quantity: '3',
      region: 1,
    };
    const half = withAttributes(credit('A', 50_00n), { amount: 100_00n, attributes });
    expect(half).toMatchObject({
      segment: 'new',
      discount: '0.05',
      margin: 20_00n,
      quantity: '1.5',
      variant: null,
    });
  });

  it('knows nothing of what is not written as agreed', () => {
    const attributes = { discount: 'much', margin: '1.234', quantity: {}, segment: null };
    expect(withAttributes(credit('A', 1n), { amount: 0n, attributes })).toMatchObject({
      segment: null,
      discount: null,
      margin: null,
      quantity: null,
    });
  });
});

describe('askedBy', () => {
  it('asks nothing for plain components, and for each word that needs more', () => {
    const nothing = { year: false, attributes: false, target: false, tenure: false, pool: false };
    expect(askedBy(examplePlan)).toEqual(nothing);
    const asked = (more: object) => {
      const [first, ...rest] = examplePlan.components;
      return askedBy({ ...examplePlan, components: [{ ...first!, ...more }, ...rest] });
    };
    expect(asked({ accumulate: 'year' }).year).toBe(true);
    expect(asked({ season: ['1'] }).year).toBe(true);
    expect(asked({ measure: 'margin' }).attributes).toBe(true);
    expect(asked({ where: 'deal.segment == "new"' }).attributes).toBe(true);
    expect(asked({ gate: 'tenure > 2' }).tenure).toBe(true);
    expect(asked({ kind: 'objectives' }).target).toBe(true);
    expect(asked({ gate: 'paid < target' }).target).toBe(true);
  });
});
