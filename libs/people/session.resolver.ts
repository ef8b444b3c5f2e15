import { currentActor } from '@laurel/shared';
import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Session } from './session.entity.js';
import { SessionService } from './session.service.js';

@Resolver(() => Session)
export class SessionResolver {
  constructor(private readonly service: SessionService) {}

  @Query(() => [Session], {
    description: 'Browsers in which I am signed in, the one used last first.',
  })
  sessions() {
    return this.service.list();
  }

  @ResolveField(() => Boolean, { description: 'Is it the one this question came with?' })
  current(@Parent() { id }: Session) {
    return id === currentActor().sessionId;
  }
}
