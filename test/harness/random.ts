import { randomInt } from 'node:crypto';

/** Random numbers that can be had again: prints its seed, and takes one from LAUREL_TEST_SEED. */
export function seededRandom(): Random {
  const seed = Number(process.env.LAUREL_TEST_SEED ?? randomInt(2 ** 31));
  process.stdout.write(`LAUREL_TEST_SEED=${seed}\n`);
  return new Random(seed);
}

/** mulberry32: small, and the same on every machine. */
export class Random {
  constructor(private state: number) {}

  /** 0 (included) to 1 (excluded). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0, below the limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  shuffled<T>(rows: readonly T[]): T[] {
    return rows
      .map((row) => [this.next(), row] as const)
      .sort(([x], [y]) => x - y)
      .map(([, row]) => row);
  }
}
