import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkRates } from '../core/check-rates.js';
import { formatDecimal, parseDecimal } from '../core/decimal.js';
import type { DatedRate } from '../core/exchange-rate.js';
import { createdRows, refuseChangedSince, restoreRows } from '../import/undo.js';
import { Database } from '../server/database.js';
import { Outbox } from '../server/outbox.js';
import { Problem } from '../server/problem.js';
import { ExchangeRate, type ExchangeRateInput } from './exchange-rate.entity.js';

const largestBatch = 1_000;

/** A rate that was written because it was new or different; what it was before, null when new. */
type WrittenRate = Pair & {
  id: string;
  version: number;
  before: { rate: string; source: string } | null;
};
type Pair = Pick<DatedRate, 'from' | 'to' | 'day'>;

/** Keeps rates, and tells whoever computes with them between which days they changed. */
@Injectable()
export class ExchangeRateWriter {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** All or none: a Problem names each bad row. */
  save(inputs: readonly ExchangeRateInput[]): Promise<ExchangeRate[]> {
    const rates = inputs.map(({ source, ...rate }) => ({ ...rate, source: source?.trim() ?? '' }));
    refuseBad(rates);
    return this.database.transaction(async (tx) => {
      await this.write(tx, rates);
      return tx.findBy(
        ExchangeRate,
        rates.map(({ from, to, day }) => ({ from, to, day })),
      );
    });
  }

  /** Takes a rate away: the pair's earlier one holds on. False when there was none. */
  remove(id: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [removed]: [Pair[], number] = await tx.query(
        `delete from exchange_rate where id::text = $1
         returning from_currency as "from", to_currency as "to", day`,
        [id],
      );
      await this.announce(tx, removed);
      return removed.length > 0;
    });
  }

  /** Writes what differs; the rates are right, and no two are of the same pair and day. */
  async write(tx: EntityManager, rates: readonly DatedRate[]): Promise<WrittenRate[]> {
    const rows = rates.map((rate) => ({ ...rate, rate: formatDecimal(parseDecimal(rate.rate)) }));
    const written: WrittenRate[] = await tx.query(upsertRates, [JSON.stringify(rows)]);
    await this.announce(tx, written);
    return written;
  }

  /** Refuses when one of the rates that an import wrote was changed since. */
  refuseUndo(tx: EntityManager, importId: string): Promise<void> {
    return refuseChangedSince(tx, 'exchange_rate', importId);
  }

  /** Rates that an import brought go, those that it changed are what they were. */
  async undo(tx: EntityManager, importId: string): Promise<void> {
    const changed: Pair[] = await tx.query(
      `select from_currency as "from", to_currency as "to", day from exchange_rate
       join import_change on row_id = exchange_rate.id where import_id = $1`,
      [importId],
    );
    await restoreRows(tx, 'exchange_rate', ['rate', 'source'], importId);
    await tx.query(`delete from exchange_rate where id in (${createdRows})`, [importId]);
    await this.announce(tx, changed);
  }

  /** One fact for each pair: from the first changed day until the first rate after the last one. */
  private async announce(tx: EntityManager, changed: readonly Pair[]): Promise<void> {
    const spans: { from: string; to: string; since: string; until: string | null }[] =
      await tx.query(changedSpans, [JSON.stringify(changed)]);
    await this.outbox.emitAll(tx, 'rate.changed', spans);
  }
}

function refuseBad(rates: readonly DatedRate[]): void {
  if (rates.length > largestBatch)
    throw new Problem('TOO_MANY_ROWS', `Save at most ${largestBatch} rates at a time.`);
  const rows = checkRates(rates);
  const [first] = rows;
  if (first)
    throw new Problem('BAD_RATES', `Row ${first.row}: ${first.reason} Nothing was saved.`, {
      field: first.field,
      rows,
    });
}

/** In one order, so that two writers wait for each other instead of failing. */
const upsertRates = `
  with given as (
    select "from" as from_currency, "to" as to_currency, day, rate, source
    from json_to_recordset($1) as given ("from" text, "to" text, day date, rate numeric, source text)
    order by 1, 2, 3),
  earlier as (
    select exchange_rate.* from exchange_rate join given using (from_currency, to_currency, day)),
  written as (
    insert into exchange_rate (from_currency, to_currency, day, rate, source)
    select * from given
    on conflict (organization_id, from_currency, to_currency, day) do update
      set rate = excluded.rate, source = excluded.source, version = exchange_rate.version + 1
      where (exchange_rate.rate, exchange_rate.source) is distinct from (excluded.rate, excluded.source)
    returning *)
  select written.id, written.from_currency as "from", written.to_currency as "to", written.day,
    written.version, case when earlier.id is not null
      then json_build_object('rate', earlier.rate::text, 'source', earlier.source) end as before
  from written left join earlier on earlier.id = written.id`;

const changedSpans = `
  select "from", "to", min(day) as since, (
    select min(day) from exchange_rate
    where from_currency = "from" and to_currency = "to" and day > max(changed.day)) as until
  from json_to_recordset($1) as changed ("from" text, "to" text, day date)
  group by "from", "to"`;
