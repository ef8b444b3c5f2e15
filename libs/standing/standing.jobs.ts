import { Outbox, tell, unhurried, WaitingWork, type Handlers, type JobMap } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Standings } from './standing.service.js';

type Refresh = JobMap['standing.refresh'];

@Injectable()
export class StandingJobs {
  constructor(
    private readonly standings: Standings,
    private readonly waiting: WaitingWork,
    private readonly outbox: Outbox,
  ) {}

  readonly handlers: Pick<Handlers, 'standing.refresh' | 'standing.refreshAll'> = {
    'standing.refresh': (_, { tx, all }) =>
      this.whileOpen(tx, all, (open) => this.standings.follow(tx, open)),
    'standing.refreshAll': async ({ periods }, { tx }) => {
      tell(tx, unhurried);
      // Counted before the periods are held: whoever computes their pay meanwhile holds them alone.
      this.outbox.claim(tx, 'standing.refresh', periods);
      const counted = await this.standings.count(tx, periods);
      const all = periods.map((period) => ({ period }));
      await this.whileOpen(tx, all, (open) =>
        this.standings.replace(
          tx,
          open.map(({ period }) => period),
          counted,
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
