/** Products by the place of their names: whatever stands in columns tells a product by a number. 0 is none. */
export class Products {
  readonly names: (string | null)[] = [null];
  private readonly places = new Map<string | null, number>([[null, 0]]);

  /** A name that was not known gets the next place. */
  placeOf(name: string | null): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    this.places.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/**
 * Credits in columns, in minor units of the plan's currency: those of one payee's period stand side by side, in
 * the plan's order. Of a credit there is no more than its place; who needs to know which it is keeps that beside.
 */
export class CreditColumns {
  length = 0;
  amount = new Float64Array(16);
  /** Places among the products. */
  product = new Int32Array(16);

  constructor(readonly products: Products) {}

  add(product: string | null, amount: number): void {
    if (this.length === this.amount.length) this.grow();
    this.product[this.length] = this.products.placeOf(product);
    this.amount[this.length++] = amount;
  }

  /** How far amounts reach in all; NaN where one of them is no number. */
  reach(from: number, to: number): number {
    let sum = 0;
    for (let i = from; i < to; i++) sum += Math.abs(this.amount[i]!);
    return sum;
  }

  /** What is credited in all. */
  sum(from: number, to: number): number {
    let sum = 0;
    for (let i = from; i < to; i++) sum += this.amount[i]!;
    return sum;
  }

  /** Leaves the room, for the next payee. */
  clear(): void {
    this.length = 0;
  }

  private grow(): void {
    const { amount, product, length } = this;
    this.amount = new Float64Array(2 * length);
    this.amount.set(amount);
    this.product = new Int32Array(2 * length);
    this.product.set(product);
  }
}

/** One payee's period: where its credits stand in the columns, and what else plain plans ask. */
export type PlainPartition = {
  readonly from: number;
  readonly to: number;
  /** In minor units of the plan's currency. */
  readonly quota: number | null;
  /** What is rolled up from the levels below: the sum of each, or several sums of one. */
  readonly rolledUp: readonly { readonly level: number; readonly amount: number }[];
};
