import { Loader } from '@laurel/people';
import { Database } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { Statement } from './statement.entity.js';

/** What balances add to the pay of a statement or take off it; for queries on `statement`. */
export const movedOf = `coalesce((
  select sum(pay) from balance_movement moved
  where (moved.payee_id, moved.period) = (statement.payee_id, statement.period)), 0)::bigint`;

/** Payouts of statements: one statement of SQL for all of a request. */
@Injectable()
export class StatementPayouts {
  private readonly moved = new Loader((ids) => this.find(ids));

  constructor(private readonly database: Database) {}

  async of({ id, earned }: Statement): Promise<bigint> {
    return earned + ((await this.moved.load(id)) ?? 0n);
  }

  private async find(ids: string[]): Promise<Map<string, bigint>> {
    const rows: { id: string; moved: bigint }[] = await this.database.transaction((tx) =>
      tx.query(`select id, ${movedOf} as moved from statement where id = any($1)`, [ids]),
    );
    return new Map(rows.map(({ id, moved }) => [id, moved]));
  }
}
