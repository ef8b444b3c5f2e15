import { WaitingWork, type Handlers, type JobMap } from '@laurel/shared';
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
    'badge.award': ({ period }, { tx, all }) =>
      period === 'ever'
        ? this.awarding.settle(tx, 'ever', 'ever', movedOf(all))
        : this.waiting.whileOpen(tx, 'badge.award', [{ period }], {
            open: () => this.awarding.settle(tx, period, kindOf(period), movedOf(all)),
          }),
  };
}

/** Null when everybody may have moved. */
function movedOf(all: readonly JobMap['badge.award'][]): string[] | null {
  if (!all.every(({ memberIds }) => memberIds)) return null;
  return [...new Set(all.flatMap(({ memberIds }) => memberIds!))];
}
