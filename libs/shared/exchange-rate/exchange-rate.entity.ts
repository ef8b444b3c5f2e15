import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import type { DatedRate } from '../core/exchange-rate.js';
import { DayField, DecimalField, IdField, OrganizationKey } from '../server/columns.js';
import { pageOf } from '../server/page.js';
import { DayScalar, DecimalScalar } from '../server/scalars.js';

const nullable = true;

@ObjectType({ description: 'What one unit of a currency is worth in another, from a day on.' })
@Entity()
export class ExchangeRate implements DatedRate {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Field({ description: 'ISO 4217.' })
  @Column({ type: 'char', length: 3, name: 'from_currency' })
  from: string;
  @Field({ description: 'ISO 4217.' })
  @Column({ type: 'char', length: 3, name: 'to_currency' })
  to: string;
  @DayField({ description: 'Holds from this day until the pair’s next rate.' }) day: string;
  @DecimalField({ description: 'Units of `to` for one unit of `from`.' }) rate: string;
  @Field({ description: 'Who says so, such as "ECB".' }) @Column('text') source: string;
}

@ObjectType()
export class ExchangeRatePage extends pageOf(ExchangeRate) {}

@InputType({ description: 'Replaces the rate of the same pair and day.' })
export class ExchangeRateInput {
  @Field() from: string;
  @Field() to: string;
  @Field(() => DayScalar) day: string;
  @Field(() => DecimalScalar) rate: string;
  @Field(() => String, { nullable }) source?: string | null;
}

@InputType()
export class ExchangeRateFilter {
  @Field(() => String, { nullable, description: 'On either side of the pair.' })
  currency?: string | null;
  @Field(() => DayScalar, { nullable, description: 'From this day on.' }) dayFrom?: string | null;
  @Field(() => DayScalar, { nullable, description: 'Before this day.' }) dayTo?: string | null;
}
