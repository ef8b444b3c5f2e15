import { Outbox, tell, unhurried, WaitingWork, type Handlers, type JobMap } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
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
      this.waiting.whileOpen(tx, 'standing.refresh', wholeBoards(all), {
        read: () => this.standings.due(tx, all),
        open: (open, due) => this.standings.follow(tx, namesOf(open), due!),
      }),
    'standing.refreshAll': async ({ periods }, { tx }) => {
      tell(tx, unhurried);
      this.outbox.claim(
        tx,
        periods.map((key) => ({ job: 'standing.refresh', key })),
      );
      const counted = await this.standings.count(tx, periods);
      const boards = periods.map((period) => ({ period }));
      await this.waiting.whileOpen(tx, 'standing.refresh', boards, {
        beside: true,
        open: (open) => this.standings.replace(tx, namesOf(open), counted),
      });
    },
  };
}

const namesOf = (all: readonly Refresh[]): string[] => all.map(({ period }) => period);

/** Whatever waits beside a closed period is counted whole. */
const wholeBoards = (all: readonly Refresh[]): Refresh[] =>
  [...new Set(namesOf(all))].map((period) => ({ period }));
