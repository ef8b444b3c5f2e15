import { PeriodKinds } from '@laurel/shared';
import type { PeriodKind, RetailPattern, WeekStart } from '@laurel/shared/core';
import { Field, InputType, Int } from '@nestjs/graphql';
import { WeekStarts } from './organization.entity.js';

@InputType()
export class OrganizationInput {
  @Field() name: string;
  @Field({ description: 'IANA name such as Europe/Berlin.' }) timeZone: string;
  @Field() currency: string;
  @Field() locale: string;
  @Field(() => Int) fiscalYearStartMonth: number;
  @Field(() => [PeriodKinds], {
    nullable: true,
    description: 'Months, quarters and years are always in use. Left out: as before.',
  })
  periodKinds?: PeriodKind[];
  @Field(() => String, {
    nullable: true,
    description: '4-4-5, 4-5-4 or 5-4-4. Left out: as before.',
  })
  retailPattern?: RetailPattern;
  @Field(() => WeekStarts, { nullable: true, description: 'Left out: as before.' })
  weekStart?: WeekStart;
}
