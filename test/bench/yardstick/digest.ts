import { createHash } from 'node:crypto';
import type pg from 'pg';
import { to } from 'pg-copy-streams';

const canonical = {
  lines: `select deal_id, rep_id, tier, quarter, credited, amount from earning_lines order by deal_id, rep_id, tier`,
  statements: `select payee_id, quarter, credited, gross, cap_adjustment, override, payable from statements
               order by payee_id, quarter`,
  standings: `select quarter, rep_id, credited, rank from standings order by quarter, rep_id`,
};

export type Digest = Record<keyof typeof canonical, string>;

/** Checksums of what stands in the tables that the search path names. */
export async function digestOf(client: pg.Client): Promise<Digest> {
  const digest: Partial<Digest> = {};
  for (const [name, query] of Object.entries(canonical)) {
    const hash = createHash('sha256');
    for await (const chunk of client.query(to(`copy (${query}) to stdout csv`)))
      hash.update(chunk as Buffer);
    digest[name as keyof Digest] = hash.digest('hex').slice(0, 16);
  }
  return digest as Digest;
}
