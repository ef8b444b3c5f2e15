import { attributes } from '../document.js';
import { onePeriod, perDeal, perPeriod } from './expression.js';
import { TiersWriter } from './tiers.js';
import { names, type Written } from './writer.js';

/** Writes what each kind of component says of its own. */
export class KindWriter extends TiersWriter {
  readonly kinds: Readonly<Record<string, () => Written>> = {
    flat: () => ({ rate: this.rate() }),
    tiers: () => this.tiers(),
    rates: () => ({ rates: this.dice.list(1, 4, () => this.rule()) }),
    matrix: () => this.matrix(),
    spiff: () => ({
      amount: this.money(20),
      ...this.dice.maybe(0.5, () => ({ product: this.dice.pick(names.product) })),
      ...this.dice.maybe(0.4, () => ({ per: this.dice.pick(['unit', 'deal']) })),
    }),
    formula: () =>
      this.dice.chance(0.5)
        ? { per: 'period', formula: this.dice.pick(perPeriod) }
        : { formula: this.dice.pick(perDeal) },
    override: () => ({ rate: this.rate() }),
    curve: () => ({ ...this.basis(), curve: this.curve() }),
    bonus: () => ({
      ...this.dice.pick([() => ({ amount: this.money(100) }), () => ({ share: this.rate() })])(),
      ...this.dice.maybe(0.8, () => ({ when: this.dice.pick(onePeriod) })),
    }),
    objectives: () => ({
      objectives: ['visits', 'quality', 'unheard']
        .slice(0, this.dice.from(1, 3))
        .map((name) => ({ name, title: this.title, weight: this.rate() })),
      ...this.dice.maybe(0.5, () => ({ most: this.dice.pick(['0.8', '1', '1.2']) })),
    }),
    pool: () => ({
      ...this.dice.pick([() => ({ amount: this.money(1000) }), () => ({ rate: this.rate() })])(),
      ...this.dice.maybe(0.7, () => ({ share: this.dice.pick(['equal', 'weight', 'credited']) })),
    }),
  };

  private rule(): Written {
    const named = attributes.filter(() => this.dice.chance(0.25));
    return {
      ...Object.fromEntries(named.map((name) => [name, this.dice.pick(names[name])])),
      ...this.dice.maybe(0.3, () => ({
        discount: this.dice.pick([
          { from: '0', to: '0.1' },
          { from: '0.1' },
          { from: '0.05', to: '0.2' },
        ]),
      })),
      ...this.dice.pick([() => ({ amount: this.money(30) }), () => ({ rate: this.rate() })])(),
    };
  }

  private matrix(): Written {
    const [rows, columns] = [this.dimension(), this.dimension()];
    return {
      rows: rows.written,
      columns: columns.written,
      rates: Array.from({ length: rows.size }, () =>
        Array.from({ length: columns.size }, () => this.rate()),
      ),
    };
  }

  private dimension(): { written: Written; size: number } {
    if (this.dice.chance(0.5)) {
      const by = this.dice.pick(attributes);
      const values = [...names[by], '*'].filter((_, i) => i === 0 || this.dice.chance(0.6));
      return { written: { by, values }, size: values.length };
    }
    const by = this.dice.pick([
      'attainment',
      'attainment',
      'amount',
      'margin',
      'marginShare',
      'quantity',
      'discount',
    ]);
    const from = this.edges(by === 'discount' ? 'marginShare' : by, 3, this.dice.chance(0.7));
    return { written: { by, from }, size: from.length };
  }

  private curve(): Written {
    const { dice } = this;
    const points = () =>
      this.edges('quota', 4, dice.chance(0.5)).map((at) => ({
        at,
        pays: dice.pick(['0', '0.3', '0.75', '1', '1.4']),
      }));
    return dice.pick<() => Written>([
      () => ({ shape: 'table', points: points() }),
      () => ({
        shape: 'linear',
        points: points(),
        ...dice.maybe(0.6, () => ({ beyond: dice.pick(['hold', 'extend']) })),
      }),
      () => ({
        shape: 'threshold',
        threshold: dice.pick(['0', '0.5', '0.8']),
        ...dice.maybe(0.5, () => ({ start: dice.pick(['0.3', '0.5']) })),
        ...dice.maybe(0.5, () => ({ slope: dice.pick(['2', '0.5']) })),
        ...dice.maybe(0.5, () => ({ most: dice.pick(['1.2', '2']) })),
      }),
    ])();
  }
}
