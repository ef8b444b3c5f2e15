import type { Dice } from './dice.js';
import type { Plan } from '../document.js';
import type { Credit, Facts, Money, TeamPool } from '../facts.js';
import { names } from './writer.js';

const scales: Readonly<Record<string, number>> = { EUR: 100, USD: 100, JPY: 1, KWD: 1000 };
const quarters = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'];

/** What one payee did, small enough that edges, ties and zeros are met often. */
export class RandomFacts {
  constructor(
    private readonly dice: Dice,
    private readonly plan: Plan,
  ) {}

  make(): Facts {
    const { dice, plan } = this;
    const place = dice.below(4);
    const range = { from: quarters[place]!, to: quarters[place + 1]! };
    const year = { from: quarters[0]!, to: quarters[4]! };
    return {
      plan,
      rates: this.rates(),
      range,
      yearRange: year,
      place,
      quota: this.money([1000, 1000, 500, 333, 0]),
      yearQuota: this.money([2000, 3000, 777, 0]),
      targetPay: this.money([1000, 500, 1234]),
      yearTargetPay: this.money([4000, 2000]),
      credits: dice.list(0, 6, (i) => this.credit(`now ${i}`, range)),
      earlier:
        place === 0
          ? []
          : dice.list(0, 4, (i) => this.credit(`before ${i}`, { ...year, to: range.from })),
      scores: {
        quality: dice.pick(['0.5', '0.9', '1', '1.3']),
        ...dice.maybe(0.7, () => ({ visits: '0.85' })),
      },
      pool: dice.chance(0.8) ? this.pool() : null,
      active: dice.pick([
        null,
        { from: '2026-02-10', to: null },
        { from: '2025-01-01', to: '2026-05-20' },
        { from: '2026-04-16', to: '2026-11-14' },
      ]),
      tenure: dice.pick([null, 0, 1, 2, 7]),
    };
  }

  private rates(): Facts['rates'] {
    const to = this.plan.currency;
    return [
      { from: 'USD', to, day: '2025-12-01', rate: '0.9137' },
      { from: 'USD', to, day: '2026-05-10', rate: '0.87005' },
      ...(to === 'JPY' ? [] : [{ from: to, to: 'JPY', day: '2026-01-01', rate: '163.37' }]),
    ];
  }

  /** Mostly the plan's currency; francs have no rate. */
  private currency = () =>
    this.dice.chance(0.85) ? this.plan.currency : this.dice.pick(['USD', 'JPY', 'CHF']);

  private money(choices: readonly number[]): Money | null {
    if (this.dice.chance(0.08)) return null;
    const currency = this.currency();
    const scale = scales[currency] ?? 100;
    const odd = this.dice.chance(0.1) ? 1 : 0;
    return { amount: BigInt(this.dice.pick(choices) * scale + odd), currency };
  }

  private amount(scale: number): bigint {
    const { dice } = this;
    const size = dice.weighted({ edge: 4, free: 5, zero: 1 });
    if (size === 'zero') return 0n;
    const whole = size === 'edge' ? dice.pick([100, 250, 500, 1000]) : dice.below(700);
    const exact = BigInt(whole * scale + (size === 'free' ? dice.below(scale) : 0));
    return dice.chance(0.2) ? -exact : exact;
  }

  private credit(id: string, { from, to }: { from: string; to: string }): Credit {
    const { dice } = this;
    const currency = this.currency();
    const amount = this.amount(scales[currency] ?? 100);
    const kind = dice.weighted({ direct: 6, split: 2, overlay: 2, rollUp: 3 });
    return {
      id,
      dealId: `deal ${dice.below(4)} of ${id.split(' ')[0]}`,
      externalId: dice.pick(['A', 'B', 'a', 'Ä', '😀', '\uFF5E']),
      kind,
      level: kind === 'rollUp' ? dice.from(1, 3) : 0,
      amount,
      currency,
      creditedOn: dice.pick(
        [from, this.daysBefore(to), dice.chance(0.5) ? '2026-05-10' : from].filter(
          (day) => day >= from && day < to,
        ),
      ),
      part: dice.chance(0.1) ? dice.from(1, 2) : 0,
      product: dice.pick([...names.product, null]),
      series: dice.pick([...names.series, null]),
      variant: dice.pick([...names.variant, null]),
      segment: dice.pick([...names.segment, null]),
      priceList: dice.pick([...names.priceList, null]),
      region: dice.pick([...names.region, null]),
      discount: dice.pick([null, '0', '0.1', '0.05', '0.2', '0.07']),
      margin: dice.chance(0.12) ? null : (amount * BigInt(dice.pick([10, 20, 25, 30, 33]))) / 100n,
      quantity: dice.pick([null, '1', '2.5', '3', '0', '1', '2']),
    };
  }

  private daysBefore = (day: string): string =>
    new Date(Date.parse(day) - this.dice.from(1, 20) * 86_400_000).toISOString().slice(0, 10);

  private pool(): TeamPool {
    const { dice } = this;
    const members = dice.list(0, 4, (i) => ({
      id: `member ${i}`,
      weight: dice.pick(['1', '0.5', '0', '2.25']),
      credited: this.amount(100),
    }));
    const credited = members.reduce((total, each) => total + each.credited, 0n);
    return {
      payeeId: `member ${dice.below(3)}`,
      credited: dice.chance(0.5) ? credited : 12_345_67n,
      members: dice.shuffled(members),
      ...dice.maybe(0.15, () => ({ withoutRate: ['USD'] })),
    };
  }
}
