import { Deal, DealLoader } from '@laurel/deal';
import { maySee, PageInput } from '@laurel/shared';
import {
  Args,
  GraphQLISODateTime,
  Int,
  Mutation,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import {
  StatementChange,
  StatementChangePage,
  StatementVersion,
} from './statement-version.entity.js';
import { StatementVersions } from './statement-version.service.js';
import { Statement } from './statement.entity.js';

@Resolver(() => Statement)
export class StatementVersionResolver {
  constructor(private readonly service: StatementVersions) {}

  @Mutation(() => Statement, {
    description:
      'I have seen my statement as it was computed at this moment. It does not say that I accept it.',
  })
  seeStatement(
    @Args('period') period: string,
    @Args('computedAt', { type: () => GraphQLISODateTime }) computedAt: Date,
  ): Promise<Statement> {
    return this.service.see(period, computedAt);
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description: 'Has it changed since the payee last looked? Null if the payee never did.',
  })
  changed(@Parent() statement: Statement): Promise<boolean | null> {
    return this.service.changedSinceSeen(statement);
  }

  @ResolveField(() => [StatementVersion], { description: 'As the payee saw it, the newest first.' })
  versions(@Parent() statement: Statement): Promise<StatementVersion[]> {
    return this.service.of(statement);
  }

  @ResolveField(() => StatementChangePage, {
    nullable: true,
    description:
      'Line by line, since a version or the last one the payee saw; null if there is none.',
  })
  changes(
    @Parent() statement: Statement,
    @Args('since', { type: () => Int, nullable: true }) since?: number | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<StatementChangePage | null> {
    return this.service.changes(statement, since, page);
  }
}

@Resolver(() => StatementChange)
export class StatementChangeResolver {
  constructor(private readonly deals: DealLoader) {}

  @ResolveField(() => Deal, { nullable: true, description: 'If you may see it.' })
  async deal(@Parent() { dealId }: StatementChange): Promise<Deal | null> {
    const deal = dealId === null ? null : await this.deals.load(dealId);
    return deal && maySee('Deal.id', deal.ownerId) ? deal : null;
  }
}
