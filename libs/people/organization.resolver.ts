import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Organization } from './organization.entity.js';
import { OrganizationInput } from './organization.input.js';
import { OrganizationService } from './organization.service.js';

@Resolver(() => Organization)
export class OrganizationResolver {
  constructor(private readonly organizations: OrganizationService) {}

  @Mutation(() => Organization)
  saveOrganization(@Args('input') input: OrganizationInput) {
    return this.organizations.save(input);
  }
}
