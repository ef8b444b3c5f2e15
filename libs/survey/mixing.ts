import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { SurveyWave } from './survey-wave.entity.js';

/** Rows that are alike; more would make an answer slow, as each is written with them. */
const mostAlike = 20;

type Side = { readonly table: string; readonly columns: string; readonly spent: string };

const tickets: Side = {
  table: 'survey_ticket',
  columns: 'id, wave_id, member_id, token_hash, groups, receipt',
  spent: 'receipt is not null',
};
const sheets: Side = { table: 'survey_sheet', columns: 'wave_id, key, sealed', spent: 'true' };

/** Writes the ticket just spent again, with those of the pool. */
export const mixTickets = (tx: EntityManager, wave: SurveyWave) => mix(tx, tickets, wave);
/** Writes the sheet just put down again, with those of the pool. */
export const mixSheets = (tx: EntityManager, wave: SurveyWave) => mix(tx, sheets, wave);

/**
 * Writes the rows of the pool again in one transaction and in an order that follows from nothing. Once the pool
 * holds twice the threshold, that many leave it, chosen by lot on either side; whenever the rows have doubled, all
 * are written again. So at no moment is a row of either side told from fewer than the threshold by its
 * transaction or its place. The caller holds the wave.
 */
async function mix(
  tx: EntityManager,
  { table, columns, spent }: Side,
  { id, scoreThreshold }: SurveyWave,
): Promise<void> {
  const alike = Math.min(scoreThreshold, mostAlike);
  const [{ count }]: [{ count: number }] = await tx.query(
    `select count(*)::int as count from ${table} where wave_id = $1 and ${spent}`,
    [id],
  );
  await tx.query(
    `with pool as (delete from ${table} where wave_id = $1 and ${spent} and (pooled or $3) returning *)
     insert into ${table} (${columns}, pooled)
     select ${columns}, count(*) over () < 2 * $2 or row_number() over (order by gen_random_uuid()) <= $2
     from pool order by gen_random_uuid()`,
    [id, alike, hasDoubled(count, alike)],
  );
}

const hasDoubled = (count: number, first: number): boolean =>
  Number.isInteger(Math.log2(count / first));

/** In an order that follows from nothing (Fisher and Yates). */
export function shuffled<T>(list: readonly T[]): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}
