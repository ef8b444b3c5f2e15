import { DayScalar, DecimalScalar, JsonScalar, MoneyScalar } from '@laurel/shared';
import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { DealStatus, SplitKind } from './core/index.js';
import { SplitKinds } from './deal-split.js';
import { DealStatuses } from './deal.entity.js';

@InputType()
export class DealSplitInput {
  @Field({ description: 'Id, e-mail, name or alias of a member.' }) payee: string;
  @Field(() => DecimalScalar, { description: 'Of the deal: "0.6" is 60 %.' }) share: string;
  @Field(() => SplitKinds, { nullable: true, description: 'split when left out.' })
  kind?: SplitKind | null;
}

@InputType({ description: 'What is left out of an existing deal stays as it is; null clears it.' })
export class DealInput {
  @Field() externalId: string;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'Name or alias; made when there is none.' })
  account?: string | null;
  @Field(() => String, { nullable: true, description: 'Name or alias of a known product.' })
  product?: string | null;
  @Field({ description: 'Id, e-mail, name or alias of a member.' }) owner: string;
  @Field(() => MoneyScalar) amount: bigint;
  @Field(() => String, {
    nullable: true,
    description: 'ISO 4217; the organisation’s when left out.',
  })
  currency?: string | null;
  @Field(() => DealStatuses) status: DealStatus;
  @Field(() => String, { nullable: true }) stage?: string | null;
  @Field(() => DayScalar, { nullable: true }) createdOn?: string | null;
  @Field(() => DayScalar, { nullable: true }) closedOn?: string | null;
  @Field(() => DayScalar, { nullable: true }) bookedOn?: string | null;
  @Field(() => DayScalar, { nullable: true }) invoicedOn?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many months the contract runs.' })
  contractMonths?: number | null;
  @Field(() => String, { nullable: true }) region?: string | null;
  @Field(() => JsonScalar, { nullable: true }) attributes?: Record<string, unknown> | null;
  @Field(() => [DealSplitInput], {
    nullable: true,
    description: 'All shares anew. Those of kind split must total 100 %; an overlay comes on top.',
  })
  splits?: DealSplitInput[] | null;
}

@InputType()
export class DealFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, the external id or the account.',
  })
  search?: string | null;
  @Field(() => [DealStatuses], { nullable: true }) status?: DealStatus[] | null;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Also the teams below it, as they were when the deal closed.',
  })
  teamId?: string | null;
  @Field(() => ID, { nullable: true }) productId?: string | null;
  @Field(() => String, { nullable: true }) stage?: string | null;
  @Field(() => String, { nullable: true }) region?: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'From this day on.' }) closedFrom?:
    string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Before this day.' }) closedTo?:
    string | null;
  @Field(() => ID, { nullable: true, description: 'Written by this import.' }) importId?:
    string | null;
}

export const SortDirections = { asc: 'asc', desc: 'desc' } as const;
registerEnumType(SortDirections, { name: 'SortDirection' });

@InputType()
export class DealSort {
  @Field({ defaultValue: 'closedOn' }) field: string = 'closedOn';
  @Field(() => SortDirections, { defaultValue: 'desc' }) direction: keyof typeof SortDirections =
    'desc';
}
