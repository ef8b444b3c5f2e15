import { PlanAssignments, Plans } from '@laurel/commission';
import { QuotaWriter } from '@laurel/goal';
import { Injectable } from '@nestjs/common';
import type { DemoOrganization } from './organization.js';
import type { Seat } from './seats.js';

/** What people are paid by, and what is expected of them. */
@Injectable()
export class DemoRules {
  constructor(
    private readonly plans: Plans,
    private readonly assignments: PlanAssignments,
    private readonly quotas: QuotaWriter,
  ) {}

  async save(demo: DemoOrganization, idOf: ReadonlyMap<Seat, string>): Promise<void> {
    const planIds = new Map<string, string>();
    for (const { name, versions } of demo.plans)
      for (const version of versions) {
        const saved = await this.plans.save({ id: planIds.get(name) ?? null, name, ...version });
        planIds.set(name, saved.planId);
      }
    for (const { plan, from, to, seats } of demo.assignments) {
      const memberIds = seats.map((seat) => idOf.get(seat)!);
      await this.assignments.assign({ planId: planIds.get(plan)!, memberIds, from, to });
    }
    await this.quotas.save(
      demo.quotas.map(({ seat, ...quota }) => ({ ...quota, memberId: idOf.get(seat)! })),
    );
  }
}
