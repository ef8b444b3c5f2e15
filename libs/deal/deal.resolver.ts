import { Member, MemberLoader } from '@laurel/people';
import { MoneyScalar, PageInput } from '@laurel/shared';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DealList } from './deal-list.service.js';
import { Deal, DealFacets, DealPage, SavedDeals } from './deal.entity.js';
import { DealFilter, DealInput, DealSort } from './deal.input.js';
import { DealLoader } from './deal.loader.js';
import { DealSplitLoader } from './deal-split.loader.js';
import { DealService } from './deal.service.js';
import { Product } from './product.entity.js';
import { ProductService } from './product.service.js';

@Resolver(() => Deal)
export class DealResolver {
  constructor(
    private readonly list: DealList,
    private readonly service: DealService,
    private readonly catalogue: ProductService,
    private readonly deals: DealLoader,
    private readonly splits: DealSplitLoader,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => DealPage, { name: 'deals', description: 'The deals the reader may see.' })
  page(
    @Args('filter', { type: () => DealFilter, nullable: true }) filter?: DealFilter | null,
    @Args('sort', { type: () => DealSort, nullable: true }) sort?: DealSort | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ) {
    return this.list.page(filter, sort, page);
  }

  @Query(() => Deal, { nullable: true })
  deal(@Args('id', { type: () => ID }) id: string) {
    return this.list.find(id);
  }

  @Query(() => DealFacets)
  dealFacets() {
    return this.list.facets();
  }

  @Query(() => [Product])
  products() {
    return this.list.products();
  }

  @Mutation(() => Product, { description: 'Adds the product, or changes the one of this name.' })
  saveProduct(
    @Args('name') name: string,
    @Args('series', { type: () => String, nullable: true }) series?: string | null,
    @Args('listPrice', { type: () => MoneyScalar, nullable: true }) listPrice?: bigint | null,
    @Args('currency', { type: () => String, nullable: true }) currency?: string | null,
  ) {
    return this.catalogue.save({ name, series, listPrice, currency });
  }

  @Mutation(() => Deal, { description: 'Adds the deal, or changes the one with this external id.' })
  async saveDeal(
    @Args('input') input: DealInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key?: string | null,
    @Args('version', {
      type: () => Int,
      nullable: true,
      description: 'The version that was read; refused when it was changed meanwhile.',
    })
    version?: number | null,
  ) {
    const saved = await this.service.save(input, key, version);
    this.deals.forget();
    this.splits.forget();
    return saved;
  }

  @Mutation(() => SavedDeals, { description: 'Up to 1,000 deals: all of them are saved or none.' })
  async saveDeals(
    @Args('inputs', { type: () => [DealInput] }) inputs: DealInput[],
    @Args('idempotencyKey', { type: () => String, nullable: true }) key?: string | null,
  ) {
    const saved = await this.service.saveAll(inputs, key);
    this.deals.forget();
    this.splits.forget();
    return saved;
  }

  @Mutation(() => Boolean, { description: 'Takes the deal out of everything that counts.' })
  removeDeal(@Args('id', { type: () => ID }) id: string) {
    return this.service.remove(id);
  }

  @ResolveField(() => Member)
  owner(@Parent() { ownerId }: Deal) {
    return this.members.load(ownerId);
  }
}
