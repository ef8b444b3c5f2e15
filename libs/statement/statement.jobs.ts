import { WaitingWork, type Handlers } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { Statements } from './statement.service.js';

@Injectable()
export class StatementJobs {
  constructor(
    private readonly statements: Statements,
    private readonly waiting: WaitingWork,
  ) {}

  readonly handlers: Pick<Handlers, 'statement.draft' | 'statement.draftAll'> = {
    'statement.draft': (partition, { tx }) =>
      this.waiting.whileOpen(tx, 'statement.draft', partition, () =>
        this.statements.draft(tx, partition),
      ),
    'statement.draftAll': (all, { tx }) =>
      this.waiting.whileOpen(tx, 'statement.draftAll', all, () => this.statements.draft(tx, all)),
  };
}
