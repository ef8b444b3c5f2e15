import {
  currentActor,
  Database,
  pageWindow,
  type PageInput,
  Problem,
  stableId,
} from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { outcomeOf } from './core/index.js';
import type { EarningPage } from './earning.entity.js';
import { TrialPay } from './plan-trial-pay.service.js';
import { PlanTrials } from './plan-trial.service.js';
import type { PlanTrialInput, PlanTrialSide } from './plan-trial.js';

/** The lines of one payee in a trial. */
@Injectable()
export class PlanTrialLines {
  constructor(
    private readonly database: Database,
    private readonly trials: PlanTrials,
    private readonly pay: TrialPay,
  ) {}

  /** What the plans in force pay the payee, or would pay with the one that is tried; refuses whom that does not pay. */
  page(
    input: PlanTrialInput,
    payeeId: string,
    side: PlanTrialSide,
    page?: PageInput | null,
  ): Promise<EarningPage> {
    const { first, offset } = pageWindow(page);
    return this.database.transaction(async (tx) => {
      const { payees, period } = await this.trials.ready(tx, input, payeeId);
      const partition = (await this.pay.partitions(tx, [...payees.keys()], payees)).get(payeeId);
      if (!partition)
        throw new Problem('UNKNOWN_MEMBER', 'The plan does not pay this person in the period.', {
          field: 'payeeId',
        });
      const { planVersionId, ...paid } = partition[side];
      const { lines } = outcomeOf({ planVersionId, ...paid });
      const { organizationId } = currentActor();
      const rows = lines.slice(offset, offset + first).map((line, i) => ({
        planVersionId,
        ...line,
        organizationId,
        id: stableId(payeeId, period, side, String(offset + i)),
        payeeId,
        period,
        position: offset + i,
      }));
      return { rows, total: lines.length };
    });
  }
}
