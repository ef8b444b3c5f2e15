import type { Curve, Edges, Point } from './document.js';
import { Fraction, one, zero } from './fraction.js';

/** What share of the target a curve pays at x. */
export function payout(curve: Curve, x: Fraction, edges: Edges): Fraction {
  if (curve.shape === 'table') return inTable(curve.points, x, edges);
  if (curve.shape === 'linear') return onLine(curve.points, x, curve.beyond === 'extend');
  const { threshold, start = '0', slope = '1', most } = curve;
  const pays = aboveThreshold(
    Fraction.read(threshold),
    Fraction.read(start),
    Fraction.read(slope),
    x,
  );
  return most === undefined ? pays : pays.least(Fraction.read(most));
}

function inTable(points: readonly Point[], x: Fraction, edges: Edges): Fraction {
  const passed = points.filter(({ at }, i) => {
    const order = Fraction.read(at).compare(x);
    return order < 0 || (order === 0 && (edges === 'half-open' || i === 0));
  });
  return Fraction.read(passed.at(-1)?.pays ?? '0');
}

function onLine(points: readonly Point[], x: Fraction, extend: boolean): Fraction {
  const read = points.map(({ at, pays }) => [Fraction.read(at), Fraction.read(pays)] as const);
  const [first, last] = [read[0]!, read.at(-1)!];
  if (x.compare(first[0]) < 0) return zero;
  if (x.compare(last[0]) >= 0)
    return extend && read.length > 1 ? between(read.at(-2)!, last, x) : last[1];
  const i = read.findIndex(([at]) => at.compare(x) > 0);
  return between(read[i - 1]!, read[i]!, x);
}

type Place = readonly [at: Fraction, pays: Fraction];

const between = ([x0, y0]: Place, [x1, y1]: Place, x: Fraction): Fraction =>
  y0.plus(x.minus(x0).times(y1.minus(y0)).over(x1.minus(x0)));

function aboveThreshold(at: Fraction, start: Fraction, slope: Fraction, x: Fraction): Fraction {
  if (x.compare(at) < 0) return zero;
  return x.compare(one) <= 0
    ? between([at, start], [one, one], x)
    : one.plus(slope.times(x.minus(one)));
}
