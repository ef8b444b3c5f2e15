import type { Handlers } from '@laurel/shared';
import { kindOf } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import { Awarding } from './award.service.js';

@Injectable()
export class BadgeJobs {
  constructor(private readonly awarding: Awarding) {}

  readonly handlers: Pick<Handlers, 'badge.award'> = {
    'badge.award': ({ period }, { tx }) =>
      this.awarding.settle(tx, period, period === 'ever' ? 'ever' : kindOf(period)),
  };
}
