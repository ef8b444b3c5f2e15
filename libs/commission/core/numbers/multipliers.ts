import type { Products } from './columns.js';

type Written = readonly { readonly product: string; readonly multiplier: string }[];

/** The multipliers of a component in kinds, so that products with the same one share a row of rates; kind 0 is 1. */
export class Multipliers {
  readonly texts: readonly string[];
  private readonly byName: ReadonlyMap<string | null, string>;
  private kinds = new Uint16Array(0);

  constructor(
    written: Written,
    private readonly products: Products,
  ) {
    this.byName = new Map(written.map(({ product, multiplier }) => [product, multiplier]));
    this.texts = [...new Set(['1', ...this.byName.values()])];
  }

  /** The kind of each product by its place, for all that are known by now. */
  byProduct(): Uint16Array {
    const { names } = this.products;
    if (this.kinds.length < names.length)
      this.kinds = Uint16Array.from(names, (name) =>
        this.texts.indexOf(this.byName.get(name) ?? '1'),
      );
    return this.kinds;
  }
}
