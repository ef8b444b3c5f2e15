import { type Attribute } from '../document.js';
import type { Dice } from './dice.js';

/** Names that credits and rules may share. */
export const names: Readonly<Record<Attribute, readonly string[]>> = {
  variant: ['Gold XL', 'Gold S'],
  product: ['Gold', 'Silver'],
  series: ['Metal', 'Stone'],
  priceList: ['list', 'partner'],
  segment: ['new', 'old'],
  region: ['north', 'south'],
};

export type Written = Record<string, unknown>;

/** The small words of documents. */
export class Writer {
  readonly title = { en: 'Part', de: 'Teil' };

  constructor(
    readonly dice: Dice,
    private readonly hasCents: boolean,
  ) {}

  /** More than 0, of a plan's currency. */
  money(most: number): string {
    const whole = this.dice.from(1, most);
    const cents = this.hasCents && this.dice.chance(0.4);
    return cents ? `${whole}.${this.dice.pick(['5', '25', '99'])}` : `${whole}`;
  }

  rate = () => this.dice.pick(['0.05', '0.1', '0.0333', '0.125', '0.02', '0.2', '1', '0']);
  factor = () => this.dice.pick(['0.5', '1.2', '2', '1.333', '0']);

  /** Edges in the unit of a basis, rising. */
  edges(basis: unknown, count: number, from0: boolean): string[] {
    const scales: Record<string, readonly string[]> = {
      amount: ['100', '250.5', '500', '1000', '1500'],
      margin: ['20', '50', '100', '200', '300'],
      count: ['1', '2', '3', '5', '8'],
      quantity: ['1', '2.5', '4', '8', '12'],
      marginShare: ['0.1', '0.2', '0.25', '0.3', '0.5'],
    };
    const scale = scales[String(basis)] ?? ['0.25', '0.5', '0.8', '1', '1.5'];
    const inside = scale.filter(() => this.dice.chance(0.5)).slice(0, count);
    return from0 || inside.length === 0 ? ['0', ...inside] : inside;
  }
}
