import { type PlainPartition, Products, type RolledUp, sumOf } from './columns.js';
import { PlainKernel } from './kernel.js';
import type { PlainPlan } from './plain-plan.js';

/** Credits of one payee; of products there are places. */
type Credits = {
  readonly amount: ArrayLike<number>;
  readonly product: ArrayLike<number>;
  readonly rolledUp: RolledUp;
};

/**
 * What the payees of a company were credited in a period, held in columns, so that plans can be tried on all of
 * them at once, as often as one likes, without reading or writing anything.
 */
export class Company {
  readonly payees: PlainPartition[] = [];
  amount = new Float64Array(1024);
  product = new Int32Array(1024);
  private length = 0;

  constructor(readonly products = new Products()) {}

  /** The next payee, with credits in the plan's order. */
  add(quota: number | null, { amount, product, rolledUp }: Credits): void {
    const from = this.length;
    const to = from + amount.length;
    while (to > this.amount.length) this.grow();
    this.amount.set(amount, from);
    this.product.set(product, from);
    this.length = to;
    this.payees.push({ from, to, quota, rolledUp });
  }

  /** What a payee was credited, without what is rolled up. */
  credited(place: number): number {
    const { from, to } = this.payees[place]!;
    return sumOf(this.amount, from, to);
  }

  /** What each payee would earn by a plan, in their order; NaN for whom `earn` must say it. */
  earned(plan: PlainPlan): Float64Array {
    const kernel = new PlainKernel(plan, this.products);
    const earned = new Float64Array(this.payees.length);
    for (let i = 0; i < earned.length; i++) earned[i] = kernel.earned(this, this.payees[i]!);
    return earned;
  }

  private grow(): void {
    const { amount, product } = this;
    this.amount = new Float64Array(2 * amount.length);
    this.amount.set(amount);
    this.product = new Int32Array(2 * amount.length);
    this.product.set(product);
  }
}
