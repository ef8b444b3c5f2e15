import type { Handlers } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { Standings } from './standing.service.js';

@Injectable()
export class StandingJobs {
  constructor(private readonly standings: Standings) {}

  readonly handlers: Pick<Handlers, 'standing.refresh'> = {
    'standing.refresh': ({ period }, { tx }) => this.standings.refresh(tx, period),
  };
}
