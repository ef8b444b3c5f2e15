import { groupBy, type Day } from '@laurel/shared/core';
import type { AssignedCredit } from './assign.js';

/** What the ledger keeps beside the credit: which entry of its deal, payee, kind and part it is, from 0. */
export type Entry = AssignedCredit & {
  readonly id: string;
  readonly entry: number;
  readonly void: boolean;
  /** The entry this one takes back, with its amount negated. */
  readonly reverses: string | null;
  /** The open period it was posted in, when its own day lay in a locked one. */
  readonly postedPeriod: string | null;
};

export type Posting = { readonly write: readonly Entry[]; readonly void: readonly string[] };

type Ledger = {
  /** For each day that is locked the open period in which its changes are posted. */
  readonly postedIn: ReadonlyMap<Day, string>;
  readonly idOf: (credit: AssignedCredit, entry: number) => string;
};

/**
 * What to write so that the entries that count are those due. An entry on a locked day stays as it is: it is
 * taken back by another one, and what is due instead is added; the name of another rule or date alone is no reason to.
 * Entries on open days are changed in place.
 */
export function postCredits(
  entries: readonly Entry[],
  due: readonly AssignedCredit[],
  ledger: Ledger,
): Posting {
  const known = groupBy(entries, keyOf);
  const wanted = new Map(due.map((credit) => [keyOf(credit), credit]));
  const keys = new Set([...known.keys(), ...wanted.keys()]);
  const postings = [...keys].map((key) => postOne(known.get(key) ?? [], wanted.get(key), ledger));
  return {
    write: postings.flatMap(({ write }) => write),
    void: postings.flatMap((posting) => posting.void),
  };
}

/** The entry that counts, of those of one deal, payee, kind and part. */
export function standingOf(entries: readonly Entry[]): Entry | undefined {
  const reversed = new Set(entries.map(({ reverses }) => reverses));
  return entries.find((each) => !each.void && !each.reverses && !reversed.has(each.id));
}

function postOne(
  entries: readonly Entry[],
  due: AssignedCredit | undefined,
  { postedIn, idOf }: Ledger,
): Posting {
  const standing = standingOf(entries);
  const locked = standing && postedIn.has(standing.creditedOn);
  if (standing && due && sameCredit(standing, due) && (locked || sameOrigin(standing, due)))
    return { write: [], void: [] };
  const write: Entry[] = [];
  const add = (credit: AssignedCredit, reverses: string | null) => {
    const entry = entries.length + write.length;
    const postedPeriod = postedIn.get(credit.creditedOn) ?? null;
    write.push({ ...credit, id: idOf(credit, entry), entry, void: false, reverses, postedPeriod });
  };
  if (locked) add({ ...creditOf(standing), amount: -standing.amount }, standing.id);
  const free = due && !postedIn.has(due.creditedOn) ? freeEntry(entries, postedIn) : undefined;
  if (due && free) write.push({ ...free, ...due, void: false });
  else if (due) add(due, null);
  return { write, void: standing && !locked && standing !== free ? [standing.id] : [] };
}

/** An entry that may be overwritten: on an open day, and no reversal. */
const freeEntry = (entries: readonly Entry[], postedIn: ReadonlyMap<Day, string>) =>
  entries.find(({ reverses, creditedOn }) => !reverses && !postedIn.has(creditedOn));

const sameCredit = (a: AssignedCredit, b: AssignedCredit): boolean =>
  a.amount === b.amount &&
  a.currency === b.currency &&
  a.creditedOn === b.creditedOn &&
  a.level === b.level;

const sameOrigin = (a: AssignedCredit, b: AssignedCredit): boolean =>
  a.rule === b.rule && a.datedBy === b.datedBy;

function creditOf(entry: Entry): AssignedCredit {
  const { id: _i, entry: _e, void: _v, reverses: _r, postedPeriod: _p, ...credit } = entry;
  return credit;
}

const keyOf = ({ dealId, payeeId, kind, part }: AssignedCredit): string =>
  `${dealId}|${payeeId}|${kind}|${part}`;
