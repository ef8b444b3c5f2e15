import type { Dice } from './dice.js';
import { KindWriter } from './kind.js';
import { SettingsWriter } from './settings.js';
import type { Written } from './writer.js';

const periodKinds = new Set(['override', 'curve', 'bonus', 'objectives', 'pool']);

/** Writes documents; some may break a rule of plans, and are then drawn again. */
export class RandomPlan {
  private readonly currency: string;
  private readonly kind: KindWriter;
  private readonly settings: SettingsWriter;

  constructor(
    private readonly dice: Dice,
    currency?: string,
  ) {
    this.currency = currency ?? dice.weighted({ EUR: 8, JPY: 1, KWD: 1 });
    this.kind = new KindWriter(dice, this.currency !== 'JPY');
    this.settings = new SettingsWriter(dice, this.currency !== 'JPY');
  }

  write(): Written {
    const { dice } = this;
    const components = dice.list(1, 3, (i) => this.component(`part-${i}`));
    return {
      currency: this.currency,
      period: 'quarter',
      ...dice.maybe(0.3, () => ({ rounding: 'half-up' })),
      ...dice.maybe(0.25, () => ({ roundAt: 'statement' })),
      ...dice.maybe(0.2, () => ({ order: 'external-id' })),
      parameters: { mark: '400', factor: '0.035' },
      scores: ['quality'],
      components,
      ...dice.maybe(0.2, () => ({
        limits: this.limits(components.map(({ name }) => String(name))),
      })),
    };
  }

  private limits(components: readonly string[]): Written[] {
    return this.dice.list(1, 2, (i) => ({
      name: `limit-${i}`,
      title: this.kind.title,
      components: components.filter((_, at) => at === 0 || this.dice.chance(0.6)),
      ...this.dice.pick([
        () => ({ cap: this.kind.money(100) }),
        () => ({ floor: this.kind.money(100) }),
        () => ({ cap: '80', floor: this.kind.money(80) }),
      ])(),
    }));
  }

  private component(name: string): Written {
    const { dice } = this;
    const kind = dice.weighted({
      flat: 2,
      tiers: 7,
      rates: 2,
      matrix: 2,
      spiff: 1,
      formula: 2,
      override: 1,
      curve: 3,
      bonus: 2,
      objectives: 1,
      pool: 1,
    });
    const own = this.kind.kinds[kind]!();
    const isPeriod = own['per'] === 'period' || periodKinds.has(kind);
    const settings = dice.chance(0.2)
      ? this.settings.plainly()
      : this.settings.settings(kind, isPeriod, own);
    // What an accelerator does to a target that is paid without a quota, nobody says.
    const unsaid = settings['zeroQuota'] === 'target' && { accelerator: undefined };
    return { kind, name, title: this.kind.title, ...settings, ...unsaid, ...own };
  }
}
