import { type QuotaCorrectionInput, QuotaCorrections } from '@laurel/goal';
import { Database, Periods } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Corrections } from './correction.service.js';
import type { QuotaCorrectionPreview } from './quota-preview.js';

/** What corrected quotas would post, found by correcting them and taking that back. */
@Injectable()
export class QuotaPreviews {
  constructor(
    private readonly database: Database,
    private readonly quotas: QuotaCorrections,
    private readonly corrections: Corrections,
    private readonly periods: Periods,
  ) {}

  /** Every locked period of each payee in which there would be a difference. */
  of(inputs: QuotaCorrectionInput[]): Promise<QuotaCorrectionPreview[]> {
    return this.database.transaction((tx) =>
      this.quotas.asIf(tx, inputs, async (reached) => {
        const found: QuotaCorrectionPreview[] = [];
        for (const { memberId, period } of reached)
          found.push(...(await this.inPeriod(tx, memberId, period)));
        return found;
      }),
    );
  }

  private async inPeriod(
    tx: EntityManager,
    memberId: string,
    period: string,
  ): Promise<QuotaCorrectionPreview[]> {
    const { status } = await this.periods.hold(tx, period);
    if (status !== 'locked') return [];
    const {
      paid: before,
      difference,
      currency,
    } = await this.corrections.wouldPost(tx, {
      payeeId: memberId,
      period,
    });
    if (!difference || currency === null) return [];
    const after = before + difference;
    return [{ memberId, period, currency, before, after, difference }];
  }
}
