import { WaitingWork, type Handlers } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Standings } from './standing.service.js';

@Injectable()
export class StandingJobs {
  constructor(
    private readonly standings: Standings,
    private readonly waiting: WaitingWork,
  ) {}

  readonly handlers: Pick<Handlers, 'standing.refresh' | 'standing.refreshAll'> = {
    'standing.refresh': ({ period }, { tx }) => this.refresh(tx, [period]),
    'standing.refreshAll': ({ periods }, { tx }) => this.refresh(tx, periods),
  };

  private async refresh(tx: EntityManager, periods: readonly string[]): Promise<void> {
    const open: string[] = [];
    for (const period of periods)
      await this.waiting.whileOpen(
        tx,
        'standing.refresh',
        { period },
        {
          open: async () => open.push(period),
        },
      );
    if (open.length) await this.standings.refresh(tx, open);
  }
}
