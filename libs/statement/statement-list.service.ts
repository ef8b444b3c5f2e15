import {
  assertMaySee,
  Database,
  pageWindow,
  visibleMemberIds,
  type PageInput,
} from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { movedOf } from './statement-payout.service.js';
import { teamOfPayee } from './statement-team.service.js';
import { Statement, type StatementPage, type StatementTotals } from './statement.entity.js';

/** Which statements of a period are wanted: by part of the payee's name, by a team and those below it. */
export type StatementFilter = { search?: string | null; teamId?: string | null };

/** Reads statements, of those whose pay the actor may see. */
@Injectable()
export class StatementList {
  constructor(private readonly database: Database) {}

  /** A period's statements by the payee's name, with totals over all that were found. */
  page(
    period: string,
    filter: StatementFilter = {},
    page?: PageInput | null,
  ): Promise<StatementPage> {
    const { first, offset } = pageWindow(page);
    return this.database.transaction(async (tx) => {
      const found = visibleStatements(tx, period, filter);
      const [rows, total] = await found
        .clone()
        .orderBy('member.name')
        .addOrderBy('statement.id')
        .offset(offset)
        .limit(first)
        .getManyAndCount();
      return { rows, total, totals: await totalsOf(found) };
    });
  }

  /** Null when there is none; refuses when the payee's pay is not the actor's to see. */
  find(payeeId: string, period: string): Promise<Statement | null> {
    assertMaySee('Query.statement', payeeId);
    return this.database.transaction((tx) => tx.findOneBy(Statement, { payeeId, period }));
  }

  /** All of a payee's statements, the newest last. */
  history(payeeId: string): Promise<Statement[]> {
    assertMaySee('Query.statementHistory', payeeId);
    return this.database.transaction((tx) =>
      tx
        .createQueryBuilder(Statement, 'statement')
        .innerJoin('period', 'period', 'period.name = statement.period')
        .where('statement.payeeId = :payeeId', { payeeId })
        .orderBy('period.from')
        .addOrderBy('statement.period')
        .getMany(),
    );
  }
}

function visibleStatements(
  tx: EntityManager,
  period: string,
  { search, teamId }: StatementFilter,
): SelectQueryBuilder<Statement> {
  const visible = visibleMemberIds('Query.statements');
  const query = tx
    .createQueryBuilder(Statement, 'statement')
    .innerJoin('member', 'member', 'member.id = statement.payeeId')
    .where('statement.period = :period', { period });
  if (visible !== 'all') query.andWhere('statement.payeeId = any(:visible)', { visible });
  if (search) query.andWhere('position(lower(:search) in lower(member.name)) > 0', { search });
  if (teamId) query.andWhere(`${teamOfPayee} in (${teamAndBelow})`, { teamId });
  return query;
}

const teamAndBelow = `
  with recursive branch as (
    select id from team where id::text = :teamId
    union select team.id from branch join team on team.parent_id = branch.id
  ) select id from branch`;

const totalsOf = (found: SelectQueryBuilder<Statement>): Promise<StatementTotals[]> =>
  found
    .clone()
    .select('statement.currency', 'currency')
    .addSelect('sum(statement.credited)::bigint', 'credited')
    .addSelect('sum(statement.earned)::bigint', 'earned')
    .addSelect(`sum(statement.earned + ${movedOf})::bigint`, 'payout')
    .addSelect('count(*)::int', 'count')
    .groupBy('statement.currency')
    .orderBy('statement.currency')
    .getRawMany<StatementTotals>();
