import { WaitingWork, type Handlers } from '@laurel/shared';
import { kindOf } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import { Awarding } from './award.service.js';

@Injectable()
export class BadgeJobs {
  constructor(
    private readonly awarding: Awarding,
    private readonly waiting: WaitingWork,
  ) {}

  readonly handlers: Pick<Handlers, 'badge.award'> = {
    'badge.award': (due, { tx }) =>
      due.period === 'ever'
        ? this.awarding.settle(tx, 'ever', 'ever')
        : this.waiting.whileOpen(tx, 'badge.award', [due], {
            open: () => this.awarding.settle(tx, due.period, kindOf(due.period)),
          }),
  };
}
