import { Periods, WaitingWork, type Handlers, type JobMap } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Standings } from './standing.service.js';

type Refresh = JobMap['standing.refresh'];

@Injectable()
export class StandingJobs {
  constructor(
    private readonly standings: Standings,
    private readonly waiting: WaitingWork,
    private readonly periods: Periods,
  ) {}

  readonly handlers: Pick<Handlers, 'standing.refresh' | 'standing.refreshAll'> = {
    'standing.refresh': (_, { tx, all }) =>
      this.whileOpen(tx, all, (open) => this.standings.follow(tx, open)),
    'standing.refreshAll': async ({ periods }, { tx }) => {
      await this.periods.holdAlone(tx, periods);
      const all = periods.map((period) => ({ period }));
      await this.whileOpen(tx, all, (open) =>
        this.standings.refresh(
          tx,
          open.map(({ period }) => period),
        ),
      );
    },
  };

  /** Whatever waits beside a closed period is counted whole. */
  private whileOpen(
    tx: EntityManager,
    all: readonly Refresh[],
    work: (open: readonly Refresh[]) => Promise<void>,
  ): Promise<void> {
    const periods = [...new Set(all.map(({ period }) => period))].map((period) => ({ period }));
    return this.waiting.whileOpen(tx, 'standing.refresh', periods, {
      open: (open) => {
        const names = new Set(open.map(({ period }) => period));
        return work(all.filter(({ period }) => names.has(period)));
      },
    });
  }
}
