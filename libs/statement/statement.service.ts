import { Earnings, Partitions, type PartitionKey } from '@laurel/commission';
import { Live, Periods, saveDifferences, stableId } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { draftStatement } from './core/index.js';
import { Statement } from './statement.entity.js';

/** Keeps the statement of each payee and period equal to its lines. */
@Injectable()
export class Statements {
  constructor(
    private readonly partitions: Partitions,
    private readonly earnings: Earnings,
    private readonly periods: Periods,
    private readonly live: Live,
  ) {}

  /** Sums up one payee's period; tells those who look at it only when something changed. */
  async draft(tx: EntityManager, { payeeId, period }: PartitionKey): Promise<void> {
    await this.periods.forWriting(tx, period);
    const partition = await this.partitions.load(tx, payeeId, period);
    const figures =
      partition && draftStatement(partition, await this.earnings.total(tx, { payeeId, period }));
    const changed = figures
      ? await save(tx, { id: stableId(payeeId, period), payeeId, period, ...figures })
      : await remove(tx, { payeeId, period });
    if (changed) await this.live.publish(tx, 'statement', { memberId: payeeId, period });
  }
}

async function save(
  tx: EntityManager,
  row: Omit<Statement, 'organizationId' | 'computedAt'>,
): Promise<boolean> {
  const written = await saveDifferences(tx, Statement, [row]);
  if (written) await tx.query(`update statement set computed_at = now() where id = $1`, [row.id]);
  return written > 0;
}

async function remove(tx: EntityManager, key: PartitionKey): Promise<boolean> {
  const { affected } = await tx.delete(Statement, key);
  return affected! > 0;
}
