/** An exact number, kept in lowest terms. */
export class Fraction {
  private constructor(
    readonly n: bigint,
    readonly d: bigint,
  ) {}

  static of(n: bigint | number, d: bigint | number = 1): Fraction {
    const [top, bottom] = [BigInt(n), BigInt(d)];
    if (bottom === 0n) throw new Error('division by 0');
    const divisor = greatestDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
    return new Fraction(top / divisor, bottom / divisor);
  }

  /** "12.5", "-3" or "1/3" */
  static read(text: string): Fraction {
    const [top, bottom] = text.split('/');
    if (bottom !== undefined) return Fraction.of(BigInt(top!), BigInt(bottom));
    const [whole, decimals = ''] = text.split('.');
    return Fraction.of(BigInt(whole! + decimals), 10n ** BigInt(decimals.length));
  }

  plus = (other: Fraction) => Fraction.of(this.n * other.d + other.n * this.d, this.d * other.d);
  minus = (other: Fraction) => Fraction.of(this.n * other.d - other.n * this.d, this.d * other.d);
  times = (other: Fraction) => Fraction.of(this.n * other.n, this.d * other.d);
  over = (other: Fraction) => Fraction.of(this.n * other.d, this.d * other.n);
  /** Below 0, 0 or above 0 as this is less than, equal to or more than the other. */
  compare = (other: Fraction) => Number(sign(this.n * other.d - other.n * this.d));
  least = (other: Fraction): Fraction => (this.compare(other) < 0 ? this : other);
  most = (other: Fraction): Fraction => (this.compare(other) > 0 ? this : other);
  get sign(): number {
    return Number(sign(this.n));
  }

  floor(): bigint {
    const quotient = this.n / this.d;
    return quotient * this.d > this.n ? quotient - 1n : quotient;
  }

  /** To the nearest whole number; of two that are as near, by the rule. */
  round(rule: 'half-even' | 'half-up'): bigint {
    const below = this.floor();
    const order = this.minus(Fraction.of(below)).compare(Fraction.of(1, 2));
    if (order !== 0) return order < 0 ? below : below + 1n;
    const upper = rule === 'half-up' ? this.n > 0n : below % 2n !== 0n;
    return upper ? below + 1n : below;
  }

  toString = () => (this.d === 1n ? `${this.n}` : `${this.n}/${this.d}`);
  toJSON = () => this.toString();
}

export const zero = Fraction.of(0);
export const one = Fraction.of(1);

export const sum = (numbers: readonly Fraction[]): Fraction =>
  numbers.reduce((total, each) => total.plus(each), zero);

const sign = (n: bigint) => (n < 0n ? -1n : n > 0n ? 1n : 0n);

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
