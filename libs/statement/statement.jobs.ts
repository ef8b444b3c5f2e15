import { type Handlers } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { Statements } from './statement.service.js';

@Injectable()
export class StatementJobs {
  constructor(private readonly statements: Statements) {}

  readonly handlers: Pick<Handlers, 'statement.draft' | 'statement.draftAll'> = {
    'statement.draft': (_, { tx, all }) => this.statements.draft(tx, all),
    'statement.draftAll': (asked, { tx }) => this.statements.draftAll(tx, asked),
  };
}
