import { Rational, widestRelation } from '@laurel/shared/core';
import { disclosed, mayOverlap, shownParts } from './suppression.js';
import {
  adjustedInterval,
  changeOf,
  voteVariance,
  waldInterval,
  waldSpread,
  z95,
} from './interval.js';
import { ratesOf } from './participation.js';
import { occurrence } from './schedule.js';
import { scaleOf } from './scale.js';
import {
  answersIn,
  bandOf,
  bandsOf,
  bandsOfCounts,
  compositeOf,
  netPromoterScore,
  shownScore,
  shownShares,
  teamScore,
  type Bands,
} from './score.js';
import { latestInWindow, mayMove } from './window.js';

const bands = (promoters: number, passives: number, detractors: number): Bands => ({
  promoters,
  passives,
  detractors,
});
const number = (value: Rational | null) =>
  value === null ? null : Number(value.numerator) / Number(value.denominator);
const scoreOf = (given: Bands) => number(netPromoterScore(given));
const decimal = (text: string) => Rational.parse(text);

describe('the worked cases of engagement', () => {
  it.each([
    ['enps-02', bands(25, 55, 20), 100, 5, 5],
    ['enps-03', bands(2, 5, 3), 10, -10, -10],
    ['enps-05', bands(18, 11, 2), 31, 51.6129, 52],
  ])('%s: counts become a score', (_, given, n, exact, shown) => {
    expect(answersIn(given)).toBe(n);
    expect(scoreOf(given)).toBeCloseTo(exact, 4);
    expect(shownScore(netPromoterScore(given)!)).toBe(shown);
  });

  it('enps-06, enps-07, enps-08: rounds once, a half away from zero', () => {
    const sum = (texts: string[]) =>
      texts.map(decimal).reduce((total, each) => total.add(each), Rational.zero);
    const exact = sum(['9', '9.6']).subtract(
      sum(['8.3', '10.9', '8.5', '9.5', '7.9', '8.4', '9.7']),
    );
    expect(exact.toText()).toBe('-44.6');
    expect(shownScore(exact)).toBe(-45);
    expect(shownScore(decimal('-44.5'))).toBe(-45);
    expect(shownScore(decimal('44.5'))).toBe(45);
  });

  it('enps-09b: shown shares sum to 100, ties to the first listed', () => {
    expect(shownShares([1, 1, 1])).toEqual([34, 33, 33]);
    expect(shownShares([0, 0])).toBeNull();
  });

  it('enps-10: 0-10 and 1-10 are two series', () => {
    const uniform = (kind: 'zeroToTen' | 'oneToTen') => {
      const scale = scaleOf(kind)!;
      const counts = Array.from({ length: scale.max - scale.min + 1 }, () => 1);
      return scoreOf(bandsOfCounts(scale, counts)!);
    };
    expect(uniform('zeroToTen')).toBeCloseTo(-45.4545, 4);
    expect(uniform('oneToTen')).toBe(-40);
  });

  it('enps-11: an answer is banded on its own scale; rescaled it would be another', () => {
    expect(bandOf(9)).toBe('promoter');
    expect(bandOf(Rational.of(80n, 9n))).toBe('passive');
  });

  it('enps-12: the value counts and not its place in the list', () => {
    const given = bandsOf([9, 10, 9, 7, 6]);
    expect([given, scoreOf(given)]).toEqual([bands(3, 1, 1), 40]);
  });

  it('enps-14, enps-15: whoever skipped is not in the denominator, and not 0', () => {
    const given = [...Array(6).fill(9), 7, 8, 3, 0, null, null, null, null, null] as (
      number | null
    )[];
    expect(scoreOf(bandsOf(given))).toBe(40);
  });

  it('enps-16: 0 and 6 are detractors', () => {
    expect([0, 6].map((value) => bandOf(value))).toEqual(['detractor', 'detractor']);
  });

  it('enps-17: one vote each, the latest inside the window', () => {
    const answers = [
      { person: 'A', day: '2025-01-10', v: 9 },
      { person: 'A', day: '2025-03-12', v: 5 },
      { person: 'B', day: '2025-02-01', v: 10 },
      { person: 'C', day: '2025-02-20', v: 7 },
    ];
    const latest = latestInWindow(answers, { from: '2025-01-01', to: '2025-04-01' });
    expect(scoreOf(bandsOf(latest.map(({ v }) => v)))).toBe(0);
    expect(scoreOf(bandsOf(answers.map(({ v }) => v)))).toBe(25);
    expect(latestInWindow(answers, { from: '2025-01-01', to: '2025-03-12' })).toContain(answers[0]);
  });

  it('enps-18, enps-19: the mean of people, banded unrounded', () => {
    const questions = [
      [10, 7, 6],
      [6, 7, 5],
      [9, 8, null],
      [9, 5, 4],
    ];
    const people = [0, 1, 2].map((i) => questions.map((answers) => answers[i]!));
    const means = people.map(compositeOf);
    expect(means.map(number)).toEqual([8.5, 6.75, 5]);
    expect(number(teamScore(people))).toBe(6.75);
    const given = bandsOf(means);
    expect(given).toEqual(bands(0, 1, 2));
    expect(scoreOf(given)).toBeCloseTo(-66.6667, 4);
  });

  it('enps-20: one person moves a team of five by 40', () => {
    expect(scoreOf(bands(3, 0, 2))! - scoreOf(bands(2, 0, 3))!).toBe(40);
  });

  it('enps-21: nobody is null and not 0', () => {
    expect(netPromoterScore(bands(0, 0, 0))).toBeNull();
    expect(adjustedInterval(bands(0, 0, 0))).toBeUndefined();
  });

  it('ci-01, ci-02: Wald', () => {
    const given = bands(291, 476, 395);
    expect(waldSpread(given)!.center).toBeCloseTo(-8.9501, 4);
    expect(waldSpread(given)!.error).toBeCloseTo(2.2387, 4);
    expect(waldInterval(given)!.low).toBeCloseTo(-13.3378, 4);
    expect(waldInterval(given)!.high).toBeCloseTo(-4.5624, 4);
    expect(voteVariance(1 / 2, 1 / 6)).toBeCloseTo(5 / 9, 10);
  });

  it('ci-03, ci-04: the adjusted interval is never without width, and within bounds', () => {
    const { low, high } = adjustedInterval(bands(5, 3, 2))!;
    expect([low, high].map((value) => Number(value.toPrecision(4)))).toEqual([-19.05, 65.2]);
    const all = adjustedInterval(bands(10, 0, 0))!;
    expect(Number(all.low.toPrecision(3))).toBe(47.5);
    expect(all.high).toBe(100);
    const wald = waldInterval(bands(10, 0, 0))!;
    expect(wald.high - wald.low).toBe(0);
  });

  it('narrows by √((N − n) ÷ (N − 1)) when a good part of all has answered', () => {
    const free = adjustedInterval(bands(5, 3, 2))!;
    const census = adjustedInterval(bands(5, 3, 2), 20)!;
    expect((census.high - census.low) / (free.high - free.low)).toBeCloseTo(Math.sqrt(10 / 19), 10);
  });

  it('ci-06: twenty points on thirty answers are no clear change', () => {
    const { difference, z, clear } = changeOf(bands(12, 10, 8), bands(16, 8, 6))!;
    expect(difference).toBeCloseTo(20, 10);
    expect([Number(z.toPrecision(3)), clear]).toEqual([0.972, false]);
    expect(changeOf(bands(120, 100, 80), bands(160, 80, 60))!.clear).toBe(true);
    expect(z95).toBe(1.959964);
  });

  it('anon-03: of 8 and of 7 people no score is 53, 55 or 60, and the 7 are not shown beside the 8', () => {
    const scores = (people: number) =>
      Array.from({ length: 2 * people + 1 }, (_, i) => i - people).map((net) =>
        shownScore(Rational.of(100n * BigInt(net), BigInt(people))),
      );
    const given = Array.from({ length: 9 }, (_, p) =>
      Array.from({ length: 9 - p }, (_, d) => netPromoterScore(bands(p, 8 - p - d, d))!),
    ).flat();
    expect(new Set(given.map(shownScore))).toEqual(new Set(scores(8)));
    expect(scores(8).filter((score) => score === 53 || score === 55)).toEqual([]);
    expect(scores(7)).not.toContain(60);
    expect(shownParts([8], [{ key: 'tech', sizes: [7] }], 5)).toEqual([]);
  });

  it('anon-04, anon-05, anon-06: nobody’s vote is left over between a whole and its part', () => {
    const parts = (n: number) => [{ key: 'tech', sizes: [n] }];
    expect(shownParts([8], parts(7), 5)).toEqual([]);
    expect(shownParts([10], parts(9), 5)).toEqual([]);
    expect(shownParts([10], parts(10), 5)).toEqual(['tech']);
    expect(shownParts([10], parts(5), 5)).toEqual(['tech']);
  });

  it('anon-07: two sets may be shown when neither holds a few that the other has not', () => {
    const set = (from: number, to: number) =>
      new Set(Array.from({ length: to - from }, (_, i) => from + i));
    expect(mayOverlap(set(0, 12), set(0, 11), 5)).toBe(false);
    expect(mayOverlap(set(0, 12), set(0, 12), 5)).toBe(true);
    expect(mayOverlap(set(0, 12), set(5, 17), 5)).toBe(true);
    expect(mayOverlap(set(0, 12), set(5, 13), 5)).toBe(false);
  });

  it('anon-08: a rolling figure moves by batches of the threshold only', () => {
    expect(mayMove(1, 5)).toBe(false);
    expect(mayMove(5, 5)).toBe(true);
  });

  it('anon-09: what is hidden is together at least the threshold', () => {
    const parts = Object.entries({ A: 1, B: 1, C: 1, D: 7, E: 12 }).map(([key, size]) => ({
      key,
      sizes: [size],
    }));
    expect(shownParts([22], parts, 5)).toEqual(['E']);
    expect(shownParts([22], parts, 5, { remainder: false })).toEqual(['D', 'E']);
  });

  it('anon-11: of a parent of 8 with 5 and 3 only the parent is shown', () => {
    const group = (id: string, parent: string | null) =>
      ({ id, dimension: parent ? 'team' : 'all', name: id, parent }) as const;
    const units = [...Array(5).fill('content'), ...Array(3).fill('community')].map((id) => ({
      groups: [id as string],
    }));
    const groups = [
      group('parent', null),
      group('content', 'parent'),
      group('community', 'parent'),
    ];
    expect([...disclosed(groups, [units], 5)]).toEqual(['parent']);
  });

  it('anon-14: what one gets and what all get tell what the others get, so nobody but one is told of one', () => {
    const others = decimal('3000').subtract(decimal('1000'));
    expect([others.toText(), others.divide(decimal('1000')).toText()]).toEqual(['2000', '2']);
    expect(mayOverlap(new Set(['me', 'other']), new Set(['me']), 5)).toBe(false);
    const pay = ['Statement.earned', 'Earning.amount'];
    for (const field of pay) expect(widestRelation(field, 'rep')).toBe('own');
  });

  it('part-01, part-02, part-03: three rates, each with its own denominator', () => {
    const rates = (attendance: Parameters<typeof ratesOf>[0]) =>
      Object.values(ratesOf(attendance)).map(number);
    const one = { invited: 4, started: 3, completed: 3, questions: 3, answers: 9 };
    expect(rates(one)[0]).toBe(75);
    const two = { invited: 5, started: 5, completed: 4, questions: 10, answers: 42 };
    expect(rates(two).slice(0, 3)).toEqual([100, 84, 80]);
    const three = { invited: 20, started: 15, completed: 12, questions: 10, answers: 135 };
    expect(rates(three)).toEqual([75, 67.5, 80, 60]);
  });

  it('cad-01: every wave is counted from the anchor', () => {
    const days = (cadence: 'monthly' | 'quarterly', count: number) =>
      Array.from({ length: count }, (_, n) => occurrence('2025-11-30', cadence, n));
    expect(days('monthly', 4)).toEqual(['2025-11-30', '2025-12-30', '2026-01-30', '2026-02-28']);
    expect(days('quarterly', 3)).toEqual(['2025-11-30', '2026-02-28', '2026-05-30']);
    expect(occurrence('2026-01-05', 'twoWeekly', 3)).toBe('2026-02-16');
    expect(occurrence('2026-01-05', 'once', 1)).toBeUndefined();
  });
});
