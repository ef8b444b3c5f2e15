/** An exact decimal number: units ÷ 10^scale. */
export type Decimal = { readonly units: bigint; readonly scale: number };

export const roundings = ['half-even', 'half-up'] as const;
/** Where an exact half goes: to the even neighbour, or away from zero. */
export type Rounding = (typeof roundings)[number];

export const zero: Decimal = { units: 0n, scale: 0 };

/** A whole number as a decimal. */
export const whole = (units: bigint): Decimal => ({ units, scale: 0 });

export const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** Reads "0.065" or "-12". Throws RangeError for anything else. */
export function parseDecimal(text: string): Decimal {
  if (!isDecimal(text)) throw new RangeError(`"${text}" is not a decimal number such as 0.065.`);
  const point = text.indexOf('.');
  if (point < 0) return whole(BigInt(text));
  return { units: BigInt(text.replace('.', '')), scale: text.length - point - 1 };
}

/** The shortest text of the number: "0.065", never "0.0650". */
export function formatDecimal({ units, scale }: Decimal): string {
  if (scale === 0) return units.toString();
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  return sign + digits.slice(0, -scale) + (fraction && `.${fraction}`);
}

export const multiply = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
});

export const add = (a: Decimal, b: Decimal): Decimal => combine(a, b, a.units, b.units);

export const subtract = (a: Decimal, b: Decimal): Decimal => combine(a, b, a.units, -b.units);

/** Negative when a < b, 0 when they are the same number, positive when a > b. */
export function compare(a: Decimal, b: Decimal): number {
  const { units } = subtract(a, b);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}

/** The nearest whole number; in pay, minor units. */
export const round = ({ units, scale }: Decimal, rounding: Rounding): bigint =>
  scale === 0 ? units : divide(units, 10n ** BigInt(scale), rounding);

/** The whole number nearest to numerator ÷ denominator. Throws RangeError when the denominator is 0. */
export function divide(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const quotient = numerator / denominator;
  const rest = 2n * magnitude(numerator % denominator);
  const size = magnitude(denominator);
  const toEven = rounding === 'half-even' && quotient % 2n === 0n;
  if (rest < size || (rest === size && toEven)) return quotient;
  return numerator < 0n === denominator < 0n ? quotient + 1n : quotient - 1n;
}

/** numerator ÷ denominator as a decimal with so many digits, half-even: attainment, shares for show. */
export const ratio = (numerator: bigint, denominator: bigint, scale: number): Decimal => ({
  units: divide(numerator * 10n ** BigInt(scale), denominator, 'half-even'),
  scale,
});

function combine(a: Decimal, b: Decimal, left: bigint, right: bigint): Decimal {
  if (a.scale === b.scale) return { units: left + right, scale: a.scale };
  const scale = Math.max(a.scale, b.scale);
  return { units: left * power(scale - a.scale) + right * power(scale - b.scale), scale };
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
