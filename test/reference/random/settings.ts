import { oneDeal, onePeriod, textually } from './expression.js';
import { names, type Written, Writer } from './writer.js';

/** Writes the settings that components of all kinds share. */
export class SettingsWriter extends Writer {
  /** The settings that most components have at most. */
  plainly(): Written {
    const { dice } = this;
    return {
      ...dice.maybe(0.3, () => ({
        credits: dice.pick(['direct', ['rollUp', 'direct']]),
        levels: 2,
      })),
      ...dice.maybe(0.3, () => ({ edges: dice.pick(['closed-above', 'closed']) })),
      ...dice.maybe(0.5, () => ({
        multipliers: names.product.map((product) => ({ product, multiplier: this.factor() })),
      })),
    };
  }

  settings(kind: string, isPeriod: boolean, own: Written): Written {
    const { dice } = this;
    const accumulate = dice.weighted({ none: 6, period: 1, year: 4, deal: isPeriod ? 0 : 2 });
    const isYear = accumulate === 'year';
    const clips = ['flat', 'tiers', 'rates', 'matrix', 'curve'].includes(kind);
    return {
      ...dice.maybe(0.25, () => ({
        credits: dice.pick(['direct', ['split', 'direct'], ['rollUp', 'direct'], 'overlay']),
      })),
      ...dice.maybe(0.2, () => ({ levels: 2 })),
      ...dice.maybe(0.15, () => ({ where: dice.pick(oneDeal) })),
      ...dice.maybe(0.15, () => ({ pays: dice.pick(oneDeal) })),
      ...dice.maybe(0.3, () => ({ measure: dice.pick(['amount', 'margin', 'count', 'quantity']) })),
      ...(accumulate !== 'none' && { accumulate }),
      ...dice.maybe(0.4, () => ({ edges: dice.pick(['half-open', 'closed-above', 'closed']) })),
      ...dice.maybe(0.2, () => ({ quota: dice.pick(['5', '0', '800', '333']) })),
      ...(!isYear && dice.maybe(0.1, () => ({ ramp: ['0', '0.5', '0.75'] }))),
      ...(!isYear && dice.maybe(0.1, () => ({ season: ['0.1', '0.2', '0.3', '0.4'] }))),
      ...dice.maybe(0.15, () => ({
        prorate: {
          of: dice.pick(['quota', 'target', 'both']),
          by: dice.pick(['calendar', 'working', 'months']),
        },
      })),
      ...dice.maybe(0.4, () => ({
        zeroQuota: dice.pick(
          kind === 'curve' ? ['nothing', 'target'] : ['nothing', 'lowest', 'highest'],
        ),
      })),
      ...dice.maybe(0.2, () => ({ target: dice.pick(['payee', '1000', '450']) })),
      ...(isYear &&
        dice.maybe(0.6, () => ({
          trueUp: dice.chance(0.9),
        }))),
      ...dice.maybe(0.15, () => ({ weight: this.factor() })),
      ...dice.maybe(0.25, () => ({ multipliers: dice.list(1, 2, (i) => this.multiplier(i)) })),
      ...dice.maybe(0.2, () => ({
        accelerator: this.accelerator(isPeriod || 'tiers' in own),
      })),
      ...dice.maybe(0.15, () => ({ gate: dice.pick(onePeriod) })),
      ...dice.maybe(0.25, () => ({ cap: this.cap(clips && own['basis'] !== 'marginShare') })),
      ...dice.maybe(0.1, () => ({ floor: this.money(50) })),
    };
  }

  private multiplier(i: number): Written {
    const product = { product: names.product[i]! };
    const when = () => ({ when: this.dice.pick([...oneDeal, ...onePeriod, ...textually]) });
    const of = this.dice.weighted({ product: 3, when: 3, both: 1 });
    return {
      ...(of !== 'when' && product),
      ...(of !== 'product' && when()),
      multiplier: this.factor(),
    };
  }

  /** Where amounts may be paid per scope, only a retroactive one will do. */
  private accelerator(isWhole: boolean): Written {
    const mode =
      isWhole && this.dice.chance(0.8)
        ? 'retroactive'
        : this.dice.pick(['marginal', 'retroactive', 'running']);
    const tiers = this.edges('quota', 3, true).map((from) => ({
      from,
      multiplier: this.factor(),
      ...(!isWhole &&
        this.dice.maybe(0.1, () => ({
          mode: this.dice.pick(['marginal', 'retroactive', 'running']),
        }))),
    }));
    return { ...(mode !== 'marginal' && { mode }), tiers };
  }

  private cap(clips: boolean): Written {
    const when = this.dice.maybe(0.3, () => ({ when: this.dice.pick(onePeriod) }));
    const kind = this.dice.weighted({ amount: 2, share: 1, attainment: clips ? 4 : 0 });
    if (kind === 'amount') return { on: 'payment', amount: this.money(80), ...when };
    if (kind === 'share') return { on: 'payment', share: '0.0333', ...when };
    return { on: 'attainment', at: this.dice.pick(['0.5', '0.9', '1.2', '2']), ...when };
  }
}
