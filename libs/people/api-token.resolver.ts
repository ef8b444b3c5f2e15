import type { ApiScope } from '@laurel/shared/core';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ApiScopes, ApiToken, NewApiToken } from './api-token.entity.js';
import { ApiTokenService } from './api-token.service.js';

@Resolver(() => ApiToken)
export class ApiTokenResolver {
  constructor(private readonly tokens: ApiTokenService) {}

  @Query(() => [ApiToken])
  apiTokens() {
    return this.tokens.list();
  }

  @Mutation(() => NewApiToken, { description: 'A token acts as the member who makes it.' })
  createApiToken(
    @Args('name') name: string,
    @Args('scopes', { type: () => [ApiScopes] }) scopes: ApiScope[],
  ) {
    return this.tokens.create(name, scopes);
  }

  @Mutation(() => ApiToken, { description: 'Ends a token at once.' })
  revokeApiToken(@Args('id', { type: () => ID }) id: string) {
    return this.tokens.revoke(id);
  }
}
