/**
 * Credits in columns, in minor units of the plan's currency: those of one payee's period stand side by side, in
 * the plan's order. Of a credit there is no more than its place; who needs to know which it is keeps that beside.
 */
export type CreditColumns = {
  readonly amount: Float64Array;
  /** Places of their names among the products. */
  readonly product: Int32Array;
};

/** One payee's period: where its credits stand in the columns, and what else plain plans ask. */
export type PlainPartition = {
  readonly from: number;
  readonly to: number;
  /** In minor units of the plan's currency. */
  readonly quota: number | null;
  readonly rolledUp: RolledUp;
};

/** What is rolled up from the levels below: the sum of each, or several sums of one. */
export type RolledUp = readonly { readonly level: number; readonly amount: number }[];

/** Names of products by the place that stands for them in columns: 0 is none, or one that no plan names. */
export class Products {
  readonly names: (string | null)[];
  private readonly places: Map<string | null, number>;

  constructor(names: readonly string[] = []) {
    this.names = [null, ...names];
    this.places = new Map(this.names.map((name, place) => [name, place]));
  }

  /** A name that was not known gets the next place. */
  placeOf(name: string | null): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    this.places.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/** How far amounts reach in all; NaN where one of them is no number. */
export function reachOf(amount: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += Math.abs(amount[i]!);
  return sum;
}

export function sumOf(amount: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += amount[i]!;
  return sum;
}
