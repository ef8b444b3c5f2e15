import { formatDecimal, multiply, parseDecimal, Rational } from '@laurel/shared/core';
import type { EarningLine } from './line.js';
import { idBytes, LineWriter, readLines } from './line-bytes.js';

/** What a line does not share with others; everything else about it is its term. */
type Own = 'creditId' | 'dealId' | 'base' | 'exact' | 'amount' | 'creditedBefore';

/**
 * What lines have in common: component, tier, rate and all that a plan says about them, so that it is kept
 * once for all of them. `own` is the quota of the row that they stand in.
 */
export type EarningTerm = Omit<EarningLine, Own | 'quota'> & {
  readonly quota: string | 'own' | null;
};

/** Figures that are no whole numbers, or do not follow from the others, by the place of their line. */
type Fractions = Readonly<Record<string, { readonly base?: string; readonly exact?: string }>>;

/**
 * Lines as one row keeps them: the distinct terms as JSON, and the lines in bytes. `exact` is kept only where it is not
 * base × rate × multiplier.
 */
export type PackedLines = {
  readonly terms: string;
  readonly lines: Uint8Array;
  readonly fractions: Fractions | null;
};

/** Lines in their order, ready for one row of this quota. */
export function pack(lines: readonly EarningLine[], quota: bigint | null): PackedLines {
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  const fractions: Record<string, { base?: string; exact?: string }> = {};
  const writer = new LineWriter(lines.length);
  for (const [place, line] of lines.entries()) {
    const key = keyOf(line);
    const number = numbers.get(key) ?? terms.push(termText(termOf(line, quota))) - 1;
    numbers.set(key, number);
    const base = wholeOf(line.base);
    const exact = line.exact === productOf(line) ? {} : { exact: line.exact };
    const own = { ...(base === null && { base: line.base }), ...exact };
    if (Object.keys(own).length) fractions[place] = own;
    const ids = idBytes(line.creditId, line.dealId);
    writer.add(number, ids, 0, base ?? 0n, line.amount, line.creditedBefore);
  }
  return {
    terms: termList(terms),
    lines: writer.take(),
    fractions: Object.keys(fractions).length ? fractions : null,
  };
}

/** The very lines that were packed in a row of this quota. */
export function unpack(
  { terms, lines, fractions }: PackedLines,
  quota: bigint | null,
): EarningLine[] {
  const read = JSON.parse(terms) as Partial<EarningTerm>[];
  return readLines(lines).map(({ term, base, ...own }, place) => {
    const said = { ...nothing, ...read[term] } as EarningTerm;
    const fraction = fractions?.[place];
    const line = {
      ...said,
      quota: said.quota === 'own' ? quota : said.quota === null ? null : BigInt(said.quota),
      ...own,
      base: fraction?.base ?? base.toString(),
    };
    return { ...line, exact: fraction?.exact ?? productOf(line)! };
  });
}

const nothing = { tier: null, tierFrom: null, tierTo: null, quota: null, detail: null };

/** A term as it is kept: always the same text for the same term, without what it does not say. */
export function termText(term: EarningTerm): string {
  const { component, kind, tier, tierFrom, tierTo, quota, rate, multiplier } = term;
  const { currency, rounding, detail, planVersionId } = term;
  const said = { component, kind, tier, tierFrom, tierTo, quota, rate, multiplier };
  const all = { ...said, currency, rounding, detail, planVersionId };
  return JSON.stringify(
    Object.fromEntries(Object.entries(all).filter(([, value]) => value != null)),
  );
}

export const termList = (texts: readonly string[]): string => `[${texts.join(',')}]`;

/** Everything that a term says. */
const fields = Object.keys({
  component: true,
  kind: true,
  tier: true,
  tierFrom: true,
  tierTo: true,
  rate: true,
  multiplier: true,
  currency: true,
  rounding: true,
  quota: true,
  planVersionId: true,
  detail: true,
} satisfies Record<keyof EarningTerm, true>) as (keyof EarningTerm)[];

/** Lines with equal ones share their term. */
const keyOf = (line: EarningLine): string =>
  fields
    .map((field) => (field === 'detail' ? line.detail && JSON.stringify(line.detail) : line[field]))
    .join('\u0000');

function termOf(line: EarningLine, quota: bigint | null): EarningTerm {
  const {
    creditId: _c,
    dealId: _d,
    base: _b,
    exact: _e,
    amount: _a,
    creditedBefore: _f,
    ...rest
  } = line;
  const isOwn = line.quota !== null && line.quota === quota;
  return { ...rest, quota: isOwn ? 'own' : (line.quota?.toString() ?? null) };
}

/** Null where it is no whole number, or too large for eight bytes. */
function wholeOf(text: string): bigint | null {
  if (!/^-?\d+$/.test(text)) return null;
  const whole = BigInt(text);
  return BigInt.asIntN(64, whole) === whole && whole.toString() === text ? whole : null;
}

type Factors = Pick<EarningLine, 'base' | 'rate' | 'multiplier'>;

/** Base × rate × multiplier; null where a fraction is in it that no decimal can tell. */
function productOf({ base, rate, multiplier }: Factors): string | null {
  const factors = [base, rate, multiplier];
  if (factors.some(isFraction)) return null;
  const product = factors.map(parseDecimal).reduce(multiply);
  if (product.scale <= digitsAtMost) return formatDecimal(product);
  const text = Rational.of(product.units, 10n ** BigInt(product.scale)).toText();
  return isFraction(text) ? null : text;
}

/** Digits of a fraction that a text surely has room for. */
const digitsAtMost = 20;

const isFraction = (text: string): boolean => text.includes('/');
