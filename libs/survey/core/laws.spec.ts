import { Rational, addDays, type Day } from '@laurel/shared/core';
import fc from 'fast-check';
import { withAncestors, type Group, type Unit } from './cell.js';
import { adjustedInterval, changeOf } from './interval.js';
import { cadences, nextOccurrence, occurrence } from './schedule.js';
import {
  answersIn,
  bandsOf,
  netPromoterScore,
  shownScore,
  shownShares,
  type Bands,
} from './score.js';
import { disclosed, isSafe, type Rules } from './suppression.js';
import { reminded } from './survey-mail.js';
import { inBatches, latestInWindow } from './window.js';

const runs = { numRuns: Number(process.env.LAUREL_TEST_RUNS ?? 300) };
const holds = <T>(values: fc.Arbitrary<T>, law: (value: T) => void) =>
  fc.assert(fc.property(values, law), runs);

const many = fc.nat({ max: 400 });
const bands = fc.record({ promoters: many, passives: many, detractors: many });
const someBands = bands.filter((each) => answersIn(each) > 0);
const days = fc.integer({ min: 0, max: 4_000 }).map((count): Day => addDays('2020-01-01', count));
const turned = ({ promoters, passives, detractors }: Bands): Bands => ({
  promoters: detractors,
  passives,
  detractors: promoters,
});

describe('a score', () => {
  it('is the same in any order, and whoever skipped changes nothing', () => {
    const answers = fc.array(fc.option(fc.integer({ min: 0, max: 10 })), { minLength: 1 });
    holds(answers, (given) => {
      expect(bandsOf(given.toReversed())).toEqual(bandsOf(given));
      expect(bandsOf([...given, null])).toEqual(bandsOf(given));
      expect(answersIn(bandsOf(given))).toBe(given.filter((each) => each !== null).length);
    });
  });

  it('turns its sign when all turn, stays within ±100 and nearer to 0 with one more passive', () => {
    holds(someBands, (given) => {
      const score = netPromoterScore(given)!;
      expect(netPromoterScore(turned(given))!.add(score)).toEqual(Rational.zero);
      expect(Math.abs(shownScore(score))).toBeLessThanOrEqual(100);
      const calmer = netPromoterScore({ ...given, passives: given.passives + 1 })!;
      const size = (value: Rational) => value.multiply(value);
      expect(size(calmer).compare(size(score))).toBeLessThanOrEqual(0);
    });
  });

  it('is rounded once, a half away from zero on either side', () => {
    holds(someBands, (given) => {
      const score = netPromoterScore(given)!;
      expect(shownScore(netPromoterScore(turned(given))!)).toBe(0 - shownScore(score));
      const off = score.subtract(Rational.of(BigInt(shownScore(score))));
      expect(Math.abs(Number(off.numerator)) * 2).toBeLessThanOrEqual(Number(off.denominator));
    });
  });

  it('is shown in shares that sum to 100', () => {
    holds(fc.array(many, { minLength: 1, maxLength: 11 }), (counts) => {
      const shares = shownShares(counts);
      if (counts.every((count) => count === 0)) expect(shares).toBeNull();
      else expect(shares!.reduce((sum, share) => sum + share)).toBe(100);
    });
  });
});

describe('an interval', () => {
  it('has its bounds in order within ±100, is turned with the answers, and narrower when more are asked than answered', () => {
    holds(someBands, (given) => {
      const { low, high } = adjustedInterval(given)!;
      expect(-100 <= low && low < high && high <= 100).toBe(true);
      const other = adjustedInterval(turned(given))!;
      expect(other.low).toBeCloseTo(-high, 9);
      const census = adjustedInterval(given, 2 * answersIn(given))!;
      expect(census.high - census.low).toBeLessThanOrEqual(high - low);
    });
  });

  it('finds the same change the other way round, and none between equals', () => {
    holds(fc.tuple(someBands, someBands), ([one, other]) => {
      const [there, back] = [changeOf(one, other)!, changeOf(other, one)!];
      expect(there.difference).toBeCloseTo(-back.difference, 9);
      expect(there.clear).toBe(back.clear);
      expect(changeOf(one, one)!.clear).toBe(false);
    });
  });
});

const threshold = 5;
const group = (id: string, dimension: Group['dimension'], parent: string | null): Group => ({
  id,
  dimension,
  name: id,
  parent,
});
const groups = [
  group('all', 'all', null),
  ...['d0', 'd1'].map((id) => group(id, 'team', 'all')),
  ...['d0', 'd1'].flatMap((d) => [0, 1, 2].map((n) => group(`${d}t${n}`, 'team', d))),
  ...['rep', 'lead'].map((id) => group(id, 'role', 'all')),
  ...['north', 'south', 'east'].map((id) => group(id, 'region', 'all')),
];
const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
const unit = fc
  .tuple(
    fc.constantFrom('d0', 'd0t0', 'd0t1', 'd0t2', 'd1', 'd1t0', 'd1t1', 'd1t2'),
    fc.constantFrom('rep', 'rep', 'rep', 'lead'),
    fc.constantFrom('north', 'south', 'east', ...Array<null>(12).fill(null)),
  )
  // Most of a division sit in its own region, as they do.
  .map(([team, role, region]): Unit => ({
    groups: [team, role, region ?? (team.startsWith('d0') ? 'north' : 'south')],
  }));
const waves = fc
  .array(fc.tuple(unit, fc.boolean()), { maxLength: 80, size: 'max' })
  .map((people) => [
    people.filter(([, answered]) => answered).map(([each]) => each),
    people.map(([each]) => each),
  ]);

/** Pairs of shown groups of which one holds a few that the other does not, and hidden rests that are a few. */
function slips(measures: readonly (readonly Unit[])[], rules: Rules): string[] {
  const shown = [...disclosed(groups, measures, threshold, rules)];
  return measures.flatMap((units) => {
    const within = units.map((each) => withAncestors(each.groups, parents));
    const count = (is: (own: ReadonlySet<string>) => boolean) => within.filter(is).length;
    const rests = shown.flatMap((whole) => {
      const parts = shown.filter((id) => parents.get(id) === whole);
      return [...new Set(groups.map(({ dimension }) => dimension))].flatMap((dimension) => {
        const own = parts.filter(
          (id) => groups.find((each) => each.id === id)!.dimension === dimension,
        );
        if (!own.length) return [];
        const rest = count((set) => set.has(whole) && !own.some((id) => set.has(id)));
        return isSafe(rest, threshold) ? [] : [`${whole} − ${own.join(' − ')}`];
      });
    });
    const pairs = shown.flatMap((one) =>
      shown
        .filter(
          (other) =>
            !isSafe(
              count((set) => set.has(one) && !set.has(other)),
              threshold,
            ),
        )
        .map((other) => `${one} − ${other}`),
    );
    const small = shown.filter((id) => count((set) => set.has(id)) < threshold);
    return [...rests, ...pairs, ...small];
  });
}

describe('suppression', () => {
  it('leaves no small group, no small difference and no small rest, of answers or of people', () => {
    holds(waves, (measures) => expect(slips(measures, {})).toEqual([]));
  });

  it.each([
    ['the remainder rule', { remainder: false }],
    ['the overlap rule', { overlap: false }],
  ])('would leave some without %s', (_, rules) => {
    const found = fc.check(
      fc.property(waves, (measures) => slips(measures, { overlap: false, ...rules }).length === 0),
      runs,
    );
    expect(found.failed).toBe(true);
  });

  it('does not depend on the order of people', () => {
    holds(waves, (measures) =>
      expect(
        disclosed(
          groups,
          measures.map((units) => units.toReversed()),
          threshold,
        ),
      ).toEqual(disclosed(groups, measures, threshold)),
    );
  });
});

describe('a schedule', () => {
  const schedules = fc.record({ anchor: days, cadence: fc.constantFrom(...cadences) });

  it('goes forward, each wave counted from the anchor', () => {
    holds(fc.tuple(schedules, fc.nat({ max: 60 })), ([{ anchor, cadence }, n]) => {
      const [now, next] = [occurrence(anchor, cadence, n), occurrence(anchor, cadence, n + 1)];
      if (cadence === 'once') expect(next).toBeUndefined();
      else expect(now! < next!).toBe(true);
    });
  });

  it('finds the first wave that is not before a day', () => {
    holds(fc.tuple(schedules, days), ([{ anchor, cadence }, from]) => {
      const found = nextOccurrence(anchor, cadence, from);
      if (!found) return expect(cadence === 'once' && anchor < from).toBe(true);
      expect(found.day >= from && occurrence(anchor, cadence, found.n) === found.day).toBe(true);
      if (found.n) expect(occurrence(anchor, cadence, found.n - 1)! < from).toBe(true);
    });
  });
});

describe('a window', () => {
  it('holds one vote of each, their latest', () => {
    const vote = fc.record({ person: fc.constantFrom('A', 'B', 'C', 'D'), day: days });
    holds(fc.tuple(fc.array(vote), days), ([votes, from]) => {
      const latest = latestInWindow(votes, { from });
      expect(new Set(latest.map(({ person }) => person)).size).toBe(latest.length);
      for (const { person, day } of votes)
        if (day >= from)
          expect(latest.find((each) => each.person === person)!.day >= day).toBe(true);
    });
  });

  it('moves a count by whole batches', () => {
    holds(fc.tuple(many, fc.integer({ min: 3, max: 20 })), ([count, batch]) => {
      const shown = inBatches(count, batch);
      expect(shown % batch === 0 && shown <= count && count - shown < batch).toBe(true);
    });
  });
});

describe('a reminder', () => {
  it('goes to nobody, to at least the threshold, or to all', () => {
    const tickets = fc.array(fc.record({ answered: fc.boolean() }), { minLength: 1 });
    holds(tickets, (all) => {
      const chosen = reminded(all, threshold);
      const missing = all.filter(({ answered }) => !answered).length;
      if (!missing) expect(chosen).toEqual([]);
      else if (missing < threshold) expect(chosen).toEqual(all);
      else expect(chosen).toHaveLength(missing);
    });
  });
});
