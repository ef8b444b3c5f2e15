import type { EntityManager } from 'typeorm';
import { scoreKey, type ScoreEntry } from './core/index.js';

/** A score that was written because it was new or different; what it was before, null when new. */
export type WrittenScore = {
  readonly id: string;
  readonly memberId: string;
  readonly period: string;
  readonly version: number;
  readonly before: { readonly score: string; readonly note: string | null } | null;
};

/** Whose pay of which period a score decides. */
export type ScoredPeriod = Pick<WrittenScore, 'memberId' | 'period'>;

/** Writes the scores that are new or different. */
export async function upsertScores(
  tx: EntityManager,
  entries: readonly ScoreEntry[],
): Promise<WrittenScore[]> {
  if (!entries.length) return [];
  const held: HeldScore[] = await tx.query(hold, [JSON.stringify(entries.map(asRow))]);
  const notes = new Map(held.map((score) => [scoreKey(score), score.note]));
  const rows = entries.map((entry) => asRow({ ...entry, note: noteOf(entry, notes) }));
  return tx.query(upsert, [JSON.stringify(rows)]);
}

/** Takes scores away; answers whose there were. */
export async function deleteScores(
  tx: EntityManager,
  entries: readonly ScoreEntry[],
): Promise<ScoredPeriod[]> {
  if (!entries.length) return [];
  const [removed]: [ScoredPeriod[], number] = await tx.query(
    `delete from score using json_populate_recordset(null::score, $1) as given
     where (score.member_id, score.period, score.objective)
       = (given.member_id, given.period, given.objective)
     returning score.member_id as "memberId", score.period`,
    [JSON.stringify(entries.map(asRow))],
  );
  return removed;
}

type HeldScore = Required<ScoreEntry>;

/** A note that is not mentioned stays. */
const noteOf = (entry: ScoreEntry, notes: ReadonlyMap<string, HeldScore['note']>) =>
  entry.note === undefined ? notes.get(scoreKey(entry)) : entry.note?.trim() || null;

const asRow = ({ memberId, period, objective, score, note }: ScoreEntry) => ({
  member_id: memberId,
  period,
  objective,
  score,
  note,
});

/** What is there; nobody changes it between reading and writing. */
const hold = `
  select score.member_id as "memberId", score.period, score.objective, score.score, score.note
  from score join json_populate_recordset(null::score, $1) as given using (member_id, period, objective)
  order by score.id for update of score`;

const upsert = `
  with given as (select * from json_populate_recordset(null::score, $1)),
  earlier as (select score.* from score join given using (member_id, period, objective)),
  written as (
    insert into score (member_id, period, objective, score, note)
    select member_id, period, objective, score, note from given
    on conflict (organization_id, member_id, period, objective) do update
      set score = excluded.score, note = excluded.note, version = score.version + 1
      where (score.score, score.note) is distinct from (excluded.score, excluded.note)
    returning *)
  select written.id, written.member_id as "memberId", written.period, written.version,
    case when earlier.id is not null
      then json_build_object('score', earlier.score::text, 'note', earlier.note) end as before
  from written left join earlier on earlier.id = written.id`;
