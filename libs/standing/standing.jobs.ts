import { WaitingWork, type Handlers } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { Standings } from './standing.service.js';

@Injectable()
export class StandingJobs {
  constructor(
    private readonly standings: Standings,
    private readonly waiting: WaitingWork,
  ) {}

  readonly handlers: Pick<Handlers, 'standing.refresh'> = {
    'standing.refresh': (due, { tx }) =>
      this.waiting.whileOpen(tx, 'standing.refresh', due, {
        open: () => this.standings.refresh(tx, due.period),
      }),
  };
}
