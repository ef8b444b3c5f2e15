import type { Handlers } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { Earnings } from './earning.service.js';
import { Recalculations } from './recalculation.service.js';

@Injectable()
export class CommissionJobs {
  constructor(
    private readonly earnings: Earnings,
    private readonly recalculations: Recalculations,
  ) {}

  readonly handlers: Pick<Handlers, 'commission.compute' | 'commission.recompute'> = {
    'commission.compute': (partition, { tx }) => this.earnings.compute(tx, partition),
    'commission.recompute': ({ period }, { tx }) => this.recalculations.recompute(tx, period),
  };
}
