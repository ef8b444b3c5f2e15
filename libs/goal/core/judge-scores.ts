import type { ParsedRow, Rejection } from '@laurel/shared/core';
import type { QuotaContext } from './judge-quotas.js';
import { readPeriod } from './read-period.js';
import { readScore, scoreKey, type ScoreEntry } from './score.js';

/** What has to be known to judge the rows of a file of scores. */
export type ScoreContext = Pick<QuotaContext, 'referents' | 'closed'> & {
  /** Who sent the file: nobody scores what they are paid for themselves. */
  readonly scorer: string;
};

type Refusal = Pick<Rejection, 'field' | 'code' | 'reason'>;

/** Sorts the rows of a file into scores that can be saved and rows that cannot, with the reason. */
export function judgeScores(
  rows: readonly ParsedRow[],
  context: ScoreContext,
): { entries: ScoreEntry[]; rejections: Rejection[] } {
  const entries = new Map<string, ScoreEntry>();
  const rejections: Rejection[] = [];
  for (const { row, values } of rows) {
    const result = judge(values, context);
    const refusal = 'reason' in result ? result : repeated(result, entries);
    if (refusal) rejections.push({ row, value: textOf(values, refusal.field), ...refusal });
    else if ('memberId' in result) entries.set(scoreKey(result), result);
  }
  return { entries: [...entries.values()], rejections };
}

function judge(
  values: ParsedRow['values'],
  { referents, closed, scorer }: ScoreContext,
): ScoreEntry | Refusal {
  const [memberId, ...others] = referents.get(textOf(values, 'member')) ?? [];
  const period = readPeriod(textOf(values, 'period'));
  const objective = textOf(values, 'objective');
  const score = readScore(textOf(values, 'score'));
  const note = values.note === undefined ? undefined : textOf(values, 'note') || null;
  if (!memberId) return refuse('member', 'UNKNOWN', 'Nobody of this name or e-mail is known.');
  if (others.length) return refuse('member', 'AMBIGUOUS', 'More than one person has this name.');
  if (memberId === scorer)
    return refuse('member', 'OWN_SCORE', 'Nobody can score themselves: ask somebody else to.');
  if (!period) return refuse('period', 'NO_PERIOD', 'Write periods like 2026-03, 2026-Q1 or 2026.');
  if (closed.has(period)) return refuse('period', 'PERIOD_LOCKED', 'The period is closed.');
  if (objective.length > 100)
    return refuse('objective', 'TEXT_TOO_LONG', 'Name the objective as the plan does.');
  if (score === undefined) return refuse('score', 'NOT_A_SCORE', 'Write scores like 0.85 or 85 %.');
  return { memberId, period, objective, score, note };
}

/** A person may stand in a file by name and again by e-mail. */
const repeated = (
  entry: ScoreEntry,
  earlier: ReadonlyMap<string, ScoreEntry>,
): Refusal | undefined =>
  earlier.has(scoreKey(entry))
    ? refuse(
        'member',
        'REPEATED',
        'This person has an earlier score of the objective in this file.',
      )
    : undefined;

const refuse = (field: string, code: string, reason: string): Refusal => ({ field, code, reason });

const textOf = (values: ParsedRow['values'], field: string): string => String(values[field] ?? '');
