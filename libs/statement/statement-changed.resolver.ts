import { Live, relationTo, type LiveMap, type RequestContext } from '@laurel/shared';
import { allows, widestRelation } from '@laurel/shared/core';
import { Resolver, Subscription } from '@nestjs/graphql';
import { StatementSignal } from './statement.entity.js';

@Resolver(() => StatementSignal)
export class StatementChangedResolver {
  constructor(private readonly live: Live) {}

  @Subscription(() => StatementSignal, {
    description: 'Sent when a statement you may see has changed.',
    filter: ({ memberId }: LiveMap['statement'], _: object, { actor }: RequestContext) =>
      !!actor &&
      allows(widestRelation('StatementSignal.memberId', actor.role), relationTo(actor, memberId)),
    resolve: ({ memberId, period }: LiveMap['statement']) => ({ memberId, period, at: new Date() }),
  })
  statementChanged() {
    return this.live.subscribe('statement');
  }
}
