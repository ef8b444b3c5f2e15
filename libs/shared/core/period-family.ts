import { standardCalendar } from './calendar.js';
import {
  kindOf,
  type PeriodKind,
  periodKinds,
  periodOf,
  periodRange,
  periodsWithin,
} from './period.js';

/** Each kind with the next longer one that it tiles: a quarter is three whole months. */
const tiles: Readonly<Record<PeriodKind, PeriodKind | null>> = {
  halfMonth: 'month',
  month: 'quarter',
  quarter: 'year',
  year: null,
  retailMonth: 'retailQuarter',
  retailQuarter: 'retailYear',
  retailYear: null,
};

/** The next shorter kind whose periods tile those of this kind. */
export const partKind = (kind: PeriodKind): PeriodKind | undefined =>
  periodKinds.find((part) => tiles[part] === kind);

/** The period itself and the longer ones it is a part of: a month, its quarter, its year. */
export function periodsAround(name: string, calendar = standardCalendar): string[] {
  const longer = tiles[kindOf(name)];
  if (!longer) return [name];
  return [
    name,
    ...periodsAround(periodOf(periodRange(name, calendar).from, longer, calendar), calendar),
  ];
}

/** The period itself and all shorter ones that it consists of: a quarter, its months, their halves. */
export function periodsInside(name: string, calendar = standardCalendar): string[] {
  const part = partKind(kindOf(name));
  if (!part) return [name];
  const parts = periodsWithin(name, part, calendar);
  return [name, ...parts.flatMap((each) => periodsInside(each, calendar))];
}
