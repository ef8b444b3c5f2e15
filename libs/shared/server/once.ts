import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Problem } from './problem.js';

/**
 * Does the work of an idempotency key once per organisation: the same key and body get the same
 * answer again, another body is refused. A concurrent second call waits for the first.
 */
export async function once<T>(
  tx: EntityManager,
  key: string | null | undefined,
  body: unknown,
  work: () => Promise<T>,
): Promise<T> {
  if (!key) return work();
  const hash = createHash('sha256').update(canonical(body)).digest('hex');
  const [claimed] = await tx.query(
    `insert into idempotency (key, body_hash) values ($1, $2) on conflict do nothing returning key`,
    [key, hash],
  );
  if (!claimed) return replay(tx, key, hash);
  const answer = await work();
  await tx.query(`update idempotency set response = $2 where key = $1`, [key, canonical(answer)]);
  return answer;
}

async function replay<T>(tx: EntityManager, key: string, hash: string): Promise<T> {
  const [row]: { body_hash: string; response: T }[] = await tx.query(
    `select body_hash, response from idempotency where key = $1`,
    [key],
  );
  if (row?.body_hash !== hash)
    throw new Problem(
      'IDEMPOTENCY_KEY_REUSED',
      'This idempotency key was used for a different request. Use a new key for new content.',
    );
  return row.response;
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? part.toString() : part)) ?? 'null';
