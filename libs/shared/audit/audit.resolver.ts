import { Args, Query, Resolver } from '@nestjs/graphql';
import { PageInput } from '../server/page.js';
import { AuditEntry, AuditFilter, AuditPage } from './audit.entity.js';
import { AuditList } from './audit-list.service.js';

@Resolver(() => AuditEntry)
export class AuditResolver {
  constructor(private readonly list: AuditList) {}

  @Query(() => AuditPage, { description: 'Who changed what, newest first.' })
  auditEntries(
    @Args('filter', { nullable: true }) filter?: AuditFilter,
    @Args('page', { nullable: true }) page?: PageInput,
  ) {
    return this.list.find(filter ?? {}, page);
  }
}
