import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem } from '../server/problem.js';
import type { Candidate } from './core/index.js';

export const referenceKinds = ['member', 'product', 'account'] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** What rows of a kind are known by besides their id and aliases, the surest first. */
const knownBy: Record<ReferenceKind, readonly string[]> = {
  member: ['email', 'name'],
  product: ['name'],
  account: ['name'],
};

/** Ids a text stands for: one when it is found, several when it is ambiguous. */
export type Referents = ReadonlyMap<string, readonly string[]>;

const mostCandidates = 10_000;

/** Finds people, products and accounts by what other systems call them, and remembers it. */
@Injectable()
export class References {
  /** Looks many texts up at once: by id, alias, e-mail, name; the first way that finds anything counts. */
  async resolve(
    tx: EntityManager,
    kind: ReferenceKind,
    texts: Iterable<string>,
  ): Promise<Referents> {
    const distinct = [...new Set(texts)];
    if (!distinct.length) return new Map();
    const byColumn = knownBy[kind].map(
      (column, at) =>
        `union all select text, id, ${at + 2} from given join ${kind} on lower(${column}) = plain`,
    );
    const rows: { text: string; ids: string[] }[] = await tx.query(
      `with given as (select text, lower(text) as plain from unnest($1::text[]) as given (text)),
       found as (
         select text, id, 0 as rank from given join ${kind} on id::text = plain
         union all select text, ${kind}.id, 1 from given
           join alias on alias.kind = $2 and lower(alias.value) = plain
           join ${kind} on ${kind}.id = alias.target_id
         ${byColumn.join(' ')})
       select text, array_agg(distinct id::text) as ids
       from (select *, min(rank) over (partition by text) as best from found) ranked
       where rank = best group by text`,
      [distinct, kind],
    );
    return new Map(rows.map(({ text, ids }) => [text, ids]));
  }

  /** Rows a value can be mapped to, by name. */
  candidates(
    tx: EntityManager,
    kind: string,
    search = '',
    limit = mostCandidates,
  ): Promise<Candidate[]> {
    return tx.query(
      `select id, name from ${known(kind)} where position(lower($1) in lower(name)) > 0 order by name, id limit $2`,
      [search, limit],
    );
  }

  /** Remembers that a value means a target; without a target it forgets. */
  async remember(
    tx: EntityManager,
    kind: string,
    value: string,
    targetId?: string | null,
  ): Promise<void> {
    const table = known(kind);
    await tx.query(`delete from alias where kind = $1 and lower(value) = lower($2)`, [
      table,
      value,
    ]);
    if (!targetId) return;
    const rows: unknown[] = await tx.query(
      `insert into alias (kind, value, target_id)
       select $1, $2, id from ${table} where id::text = $3 returning value`,
      [table, value, targetId],
    );
    if (!rows.length)
      throw new Problem('NOT_FOUND', `What “${value}” is mapped to does not exist.`, { value });
  }
}

function known(kind: string): ReferenceKind {
  const found = referenceKinds.find((name) => name === kind);
  if (!found)
    throw new Problem('BAD_VALUE', `Values are mapped to one of: ${referenceKinds.join(', ')}.`, {
      kind,
    });
  return found;
}
