import { Random } from '../../harness/random.js';

/** Random choices of the kind that plans are made of. */
export class Dice extends Random {
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number, both ends included. */
  from(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** Some keys for an object, or none. */
  maybe<T extends object>(share: number, make: () => T): Partial<T> {
    return this.chance(share) ? make() : {};
  }

  list<T>(least: number, most: number, make: (i: number) => T): T[] {
    return Array.from({ length: this.from(least, most) }, (_, i) => make(i));
  }

  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries<number>(weights);
    return this.pick(entries.flatMap(([key, weight]) => Array<K>(weight).fill(key as K)));
  }
}
