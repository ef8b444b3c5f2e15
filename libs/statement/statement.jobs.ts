import { type Handlers } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { Statements } from './statement.service.js';

@Injectable()
export class StatementJobs {
  constructor(private readonly statements: Statements) {}

  readonly handlers: Pick<Handlers, 'statement.draft' | 'statement.draftAll'> = {
    'statement.draft': ({ payeeId, period }, { tx }) =>
      this.statements.draft(tx, { payeeId, periods: [period] }),
    'statement.draftAll': (all, { tx }) => this.statements.draft(tx, all),
  };
}
