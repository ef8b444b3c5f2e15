import { Injectable } from '@nestjs/common';
import { Database } from '../server/database.js';
import { logger } from '../server/logger.js';
import { problemCode } from '../server/problem.js';
import { aside, type Act } from './act.js';

/** Who tried to change what: sees to it that each act leaves exactly one row. */
@Injectable()
export class AuditTrail {
  constructor(private readonly database: Database) {}

  /**
   * Does an act. Its row is part of the transaction that changes something, so that neither is without
   * the other; an act that changes nothing, or is refused, gets its row afterwards.
   */
  async perform<T>(act: Act, work: () => T | Promise<T>): Promise<T> {
    try {
      const answer = await act.run(async () => work());
      await this.record(act, null);
      return answer;
    } catch (error) {
      await this.recordRefusal(act, error);
      throw error;
    }
  }

  /** Without an organisation there is nobody's trail to write to: a stranger's attempt. */
  private async record(act: Act, problem: string | null): Promise<void> {
    if (act.recorded || !act.doer) return;
    const { organizationId } = act.doer;
    await aside(() =>
      this.database.inOrganization(organizationId, (tx) => act.recordEnding(tx, problem)),
    );
    act.recorded = true;
  }

  /** The refusal itself is what its sender has to hear, also when it cannot be written down. */
  private async recordRefusal(act: Act, error: unknown): Promise<void> {
    try {
      await this.record(act, problemCode(error));
    } catch (failure) {
      logger.error({ err: failure }, 'a refused act has no row in the audit trail');
    }
  }
}
