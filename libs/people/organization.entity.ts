import { PeriodKinds } from '@laurel/shared';
import {
  type PeriodKind,
  type RetailPattern,
  type WeekStart,
  weekStarts,
} from '@laurel/shared/core';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const WeekStarts = Object.fromEntries(Object.keys(weekStarts).map((day) => [day, day])) as {
  [W in WeekStart]: W;
};
registerEnumType(WeekStarts, {
  name: 'WeekStart',
  description: 'The weekday on which retail weeks start.',
});

@ObjectType({ description: 'A company that uses Laurel; it sees nothing of any other.' })
@Entity()
export class Organization {
  @Field(() => ID, { name: 'id' })
  @PrimaryColumn({ type: 'uuid', default: () => 'current_organization()' })
  organizationId: string;
  @Field() @Column('text') name: string;
  @Field({ description: 'IANA name; it decides which day it is.' })
  @Column({ type: 'text', default: 'UTC' })
  timeZone: string;
  @Field({ description: 'ISO 4217; used where a deal or member names none.' })
  @Column({ type: 'char', length: 3, default: 'EUR' })
  currency: string;
  @Field() @Column({ type: 'text', default: 'en' }) locale: string;
  @Field(() => Int, { description: '1 (January) to 12.' })
  @Column({ type: 'smallint', default: 1 })
  fiscalYearStartMonth: number;
  @Field(() => [PeriodKinds], {
    description: 'The kinds of period in use, by which plans may pay.',
  })
  @Column({ type: 'text', array: true, default: ['month', 'quarter', 'year'] })
  periodKinds: PeriodKind[];
  @Field(() => String, {
    description: 'Weeks of the three months of a retail quarter: 4-4-5, 4-5-4 or 5-4-4.',
  })
  @Column({ type: 'text', default: '4-4-5' })
  retailPattern: RetailPattern;
  @Field(() => WeekStarts) @Column({ type: 'text', default: 'monday' }) weekStart: WeekStart;
}
