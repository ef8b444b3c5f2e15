import { Problem } from '@laurel/shared';

const longest = 20_000;

/** Text as somebody wrote it; refuses what is too long, and nothing where something is needed. */
export function writtenText(text: string, field: string, { empty = false } = {}): string {
  if (text.length > longest)
    throw new Problem('BAD_VALUE', `Write at most ${longest} characters.`, { field });
  if (!empty && !text.trim()) throw new Problem('BAD_VALUE', 'Write something first.', { field });
  return empty ? text : text.trim();
}

/** Somebody else was quicker: nothing is overwritten. */
export const changedMeanwhile = () =>
  new Problem(
    'CHANGED_MEANWHILE',
    'The other person changed this meanwhile. Read the new text, then add yours to it.',
  );
