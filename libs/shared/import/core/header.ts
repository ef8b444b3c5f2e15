import { Fault } from './fault.js';

export const mostColumns = 200;

/** Names for all columns: blank ones are numbered and repeated ones told apart; too many are refused. */
export function columnNames(header: readonly string[]): string[] | Fault {
  if (header.length > mostColumns)
    return new Fault(
      'TOO_MANY_COLUMNS',
      `The file has ${header.length} columns; at most ${mostColumns} are read. Please remove the ones you do not need.`,
    );
  const taken = new Set<string>();
  return header.map((cell, at) => unique(cell.trim() || `Column ${at + 1}`, taken));
}

function unique(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let copy = 2; taken.has(candidate); copy++) candidate = `${name} (${copy})`;
  taken.add(candidate);
  return candidate;
}
