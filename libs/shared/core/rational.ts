import { divide, isDecimal, parseDecimal, type Rounding } from './decimal.js';

/** More digits after the point than these are told better as a fraction. */
const longestFraction = 20;

/**
 * An exact number: numerator ÷ denominator in lowest terms, the denominator above 0. It never changes and
 * never rounds by itself, so that a third of an amount, times three, is the amount. Whole numbers are the common
 * case in pay and take a short way through every operation.
 */
export class Rational {
  static readonly zero = new Rational(0n, 1n);
  static readonly one = new Rational(1n, 1n);

  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** A whole number, or a fraction brought to lowest terms. Throws RangeError when the denominator is 0. */
  static of(numerator: bigint, denominator = 1n): Rational {
    if (denominator === 1n) return new Rational(numerator, 1n);
    if (denominator === 0n) throw new RangeError('A number cannot be divided by 0.');
    const divisor = greatestDivisor(numerator, denominator);
    return new Rational(numerator / divisor, denominator / divisor);
  }

  /** Reads "0.065", "-12" or "-1/3", as toText writes them. Throws RangeError for anything else. */
  static parse(text: string): Rational {
    const fraction = /^(-?\d+)\/(\d+)$/.exec(text);
    if (fraction) return Rational.of(BigInt(fraction[1]!), BigInt(fraction[2]!));
    if (!isDecimal(text)) throw new RangeError(`"${text}" is not a number such as 0.065 or 1/3.`);
    const { units, scale } = parseDecimal(text);
    return Rational.of(units, 10n ** BigInt(scale));
  }

  /** The smallest of one or more numbers. */
  static min(first: Rational, ...rest: readonly Rational[]): Rational {
    return rest.reduce((least, each) => (each.compare(least) < 0 ? each : least), first);
  }

  /** The largest of one or more numbers. */
  static max(first: Rational, ...rest: readonly Rational[]): Rational {
    return rest.reduce((most, each) => (each.compare(most) > 0 ? each : most), first);
  }

  get isInteger(): boolean {
    return this.denominator === 1n;
  }

  get isZero(): boolean {
    return this.numerator === 0n;
  }

  /** Negative, 0 or positive, like the number. */
  get sign(): number {
    return this.numerator < 0n ? -1 : this.numerator > 0n ? 1 : 0;
  }

  add(other: Rational): Rational {
    if (this.denominator === other.denominator)
      return Rational.of(this.numerator + other.numerator, this.denominator);
    return Rational.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  subtract(other: Rational): Rational {
    return this.add(other.negate());
  }

  multiply(other: Rational): Rational {
    return Rational.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** Throws RangeError when the other is 0. */
  divide(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negate(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  abs(): Rational {
    return this.numerator < 0n ? this.negate() : this;
  }

  /** Negative when this is less, 0 when they are the same number, positive when this is more. */
  compare(other: Rational): number {
    if (this.denominator === other.denominator) return order(this.numerator, other.numerator);
    return order(this.numerator * other.denominator, other.numerator * this.denominator);
  }

  equals(other: Rational): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  /** The nearest whole number; in pay, minor units. */
  round(rounding: Rounding): bigint {
    return this.isInteger ? this.numerator : divide(this.numerator, this.denominator, rounding);
  }

  /** The largest whole number that is not above this. */
  floor(): bigint {
    const quotient = this.numerator / this.denominator;
    return this.numerator < 0n && !this.isInteger ? quotient - 1n : quotient;
  }

  /** The shortest exact text: "0.065" where a decimal ends within 20 digits, "1/3" where it does not. */
  toText(): string {
    if (this.isInteger) return this.numerator.toString();
    const scale = digitsAfterPoint(this.denominator);
    if (scale === null) return `${this.numerator}/${this.denominator}`;
    const units = this.numerator * (10n ** BigInt(scale) / this.denominator);
    const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
    return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  }

  toString(): string {
    return this.toText();
  }
}

const order = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** Has the sign of the denominator, so that dividing by it leaves the denominator positive. */
function greatestDivisor(numerator: bigint, denominator: bigint): bigint {
  let [a, b] = [
    numerator < 0n ? -numerator : numerator,
    denominator < 0n ? -denominator : denominator,
  ];
  while (b !== 0n) [a, b] = [b, a % b];
  return denominator < 0n ? -a : a;
}

/** How many digits the decimal has; null when it never ends or is too long. Denominators of 2s and 5s end. */
function digitsAfterPoint(denominator: bigint): number | null {
  for (let scale = 1, power = 10n; scale <= longestFraction; scale++, power *= 10n)
    if (power % denominator === 0n) return scale;
  return null;
}
