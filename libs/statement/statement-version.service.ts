import { unpack } from '@laurel/commission/core';
import { Loader } from '@laurel/people';
import {
  currentActor,
  Database,
  pageWindow,
  Problem,
  stableId,
  type PageInput,
} from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { compareStatements, type LineChange, type StatementFigures } from './core/index.js';
import {
  type PackedStatement,
  type StatementChange,
  type StatementChangePage,
  StatementVersion,
} from './statement-version.entity.js';
import { Statement } from './statement.entity.js';

type Key = { payeeId: string; period: string };

/** Remembers which version of a statement its payee last saw, and says what changed since. */
@Injectable()
export class StatementVersions {
  private readonly seen = new Loader((ids) => this.findSeen(ids));

  constructor(private readonly database: Database) {}

  /** The actor has seen the own statement as it was computed at that moment; a newer one has to be looked at first. */
  see(period: string, computedAt: Date): Promise<Statement> {
    const payeeId = currentActor().memberId;
    return this.database.transaction(async (tx) => {
      const statement = await tx.findOneBy(Statement, { payeeId, period });
      if (!statement)
        throw new Problem('NOT_FOUND', 'You have no statement for this period.', { period });
      if (statement.computedAt.getTime() !== computedAt.getTime())
        throw new Problem('STATEMENT_CHANGED', 'The statement has changed. Read it again.', {
          period,
        });
      await tx.query(keep, [payeeId, period]);
      return statement;
    });
  }

  /** Has it changed since its payee last looked? Null if nobody ever did. */
  async changedSinceSeen({ id, computedAt }: Statement): Promise<boolean | null> {
    const seen = await this.seen.load(id);
    return seen === undefined ? null : computedAt.getTime() > seen.getTime();
  }

  /** The newest first. */
  of({ payeeId, period }: Key): Promise<StatementVersion[]> {
    return this.database.transaction((tx) =>
      tx.find(StatementVersion, {
        where: { payeeId, period },
        order: { number: 'DESC' },
        take: 50,
      }),
    );
  }

  /** What changed since a version, or since the last one that was seen; null if there is none. */
  changes(
    { payeeId, period }: Key,
    number?: number | null,
    page?: PageInput | null,
  ): Promise<StatementChangePage | null> {
    const { first, offset } = pageWindow(page);
    return this.database.transaction(async (tx) => {
      const since = await tx.findOne(StatementVersion, {
        where: { payeeId, period, ...(number != null && { number }) },
        order: { number: 'DESC' },
      });
      if (!since) return null;
      const before = await figures(tx, versionRow, since.id);
      const after = await figures(tx, earningRow, stableId(payeeId, period));
      const changes = compareStatements(before, after);
      const rows = await rowsOf(tx, payeeId, changes.slice(offset, offset + first));
      const difference = changes.reduce((sum, each) => sum + each.difference, 0n);
      return { since, difference, rows, total: changes.length };
    });
  }

  private async findSeen(ids: string[]): Promise<Map<string, Date>> {
    const rows: { id: string; at: Date }[] = await this.database.transaction((tx) =>
      tx.query(lastSeen, [ids]),
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }
}

/** With the numbers of their deals. */
async function rowsOf(
  tx: EntityManager,
  payeeId: string,
  changes: readonly LineChange[],
): Promise<StatementChange[]> {
  const deals: { id: string; name: string }[] = await tx.query(
    `select id, external_id as name from deal where id = any($1)`,
    [changes.map(({ dealId }) => dealId)],
  );
  const names = new Map(deals.map(({ id, name }) => [id, name]));
  return changes.map((change) => {
    const { component, kind, dealId, part, currency } = change;
    const id = stableId(component, kind, dealId ?? '', part ?? '', currency);
    return { ...change, id, payeeId, externalId: names.get(dealId ?? '') ?? null };
  });
}

/** Nothing is earned when there is no row. */
async function figures(tx: EntityManager, query: string, id: string): Promise<StatementFigures> {
  const [row]: [PackedStatement?] = await tx.query(query, [id]);
  if (!row) return { lines: [], planVersionId: '', quota: null };
  const { planVersionId, quota } = row;
  return { lines: unpack(row, quota), planVersionId, quota };
}

const packed = `select plan_version_id as "planVersionId", quota, terms, lines, fractions`;
const versionRow = `${packed} from statement_version where id = $1`;
const earningRow = `${packed} from earning where id = $1`;

const copied =
  'plan_version_id currency credited quota earned deal_count line_count problems terms lines fractions'
    .split(' ')
    .join(', ');

/** A statement that balances alone make: nothing is earned, on the terms of whatever moved last. */
const carried = `
  select plan_version_id, currency, credited, quota, earned, deal_count, line_count, problems, '[]', ''::bytea, null::jsonb, computed_at
  from statement cross join lateral (
    select plan_version_id from balance_movement where payee_id = $1 and plan_version_id is not null
    order by period = $2 desc, position desc limit 1) moved
  where (payee_id, period) = ($1, $2) and not exists (select from earning where earning.id = statement.id)`;

/** A version more, unless it is equal to the last one: then that was seen again. */
const keep = `
  with last as (
    select * from statement_version where (payee_id, period) = ($1, $2) order by number desc limit 1
  ), now as (
    select ${copied}, statement.computed_at from earning
    join (select id, computed_at from statement) statement using (id) where (payee_id, period) = ($1, $2)
    union all ${carried}
  ), again as (
    update statement_version set seen_at = now(), computed_at = now.computed_at from now
    where statement_version.id = (select id from last) and (select (${copied}) from last) is not distinct from
      (select (${copied}) from now)
    returning 1
  )
  insert into statement_version (payee_id, period, number, ${copied}, computed_at)
  select $1, $2, coalesce((select number from last), 0) + 1, ${copied}, computed_at from now
  where not exists (select from again)
  on conflict do nothing`;

const lastSeen = `
  select statement.id, max(version.computed_at) as at
  from statement join statement_version version using (payee_id, period)
  where statement.id = any($1) group by statement.id`;
