import { PeriodChecks } from '@laurel/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { inConflict } from './plan-rule-conflicts.js';

/** Before a period is closed: everybody who was credited in it was paid by a plan on that day, and rules agree about all. */
@Injectable()
export class CommissionChecks implements OnModuleInit {
  constructor(private readonly checks: PeriodChecks) {}

  onModuleInit(): void {
    this.checks.register('PLAN_MISSING', async (tx, { from, to }) => {
      const [row]: [{ count: number }] = await tx.query(withoutPlan, [from, to]);
      return row.count;
    });
    this.checks.register('PLAN_RULE_CONFLICT', inConflict);
  }
}

const withoutPlan = `
  select count(distinct payee_id)::int as count from credit
  where not void and credited_on >= $1 and credited_on < $2
    and not exists (select from plan_assignment
      where member_id = payee_id and from_day <= credited_on and (to_day is null or to_day > credited_on))`;
