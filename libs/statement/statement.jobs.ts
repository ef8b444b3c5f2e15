import { WaitingWork, type Handlers } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { Statements } from './statement.service.js';

@Injectable()
export class StatementJobs {
  constructor(
    private readonly statements: Statements,
    private readonly waiting: WaitingWork,
  ) {}

  readonly handlers: Pick<Handlers, 'statement.draft'> = {
    'statement.draft': (partition, { tx }) =>
      this.waiting.whileOpen(tx, 'statement.draft', partition, () =>
        this.statements.draft(tx, partition),
      ),
  };
}
