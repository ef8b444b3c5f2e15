import { type Handlers } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { Statements } from './statement.service.js';

@Injectable()
export class StatementJobs {
  constructor(private readonly statements: Statements) {}

  readonly handlers: Pick<Handlers, 'statement.draft' | 'statement.draftAll'> = {
    'statement.draft': (partition, { tx }) => this.statements.draft(tx, partition),
    'statement.draftAll': (all, { tx }) => this.statements.draft(tx, all),
  };
}
