import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PeriodKind } from '../core/period.js';
import { DayField, OrganizationKey } from './columns.js';

export const PeriodKinds = { month: 'month', quarter: 'quarter', year: 'year' } as const;
export const PeriodStatuses = { open: 'open', closed: 'closed', locked: 'locked' } as const;
export type PeriodStatus = keyof typeof PeriodStatuses;

registerEnumType(PeriodKinds, { name: 'PeriodKind' });
registerEnumType(PeriodStatuses, {
  name: 'PeriodStatus',
  description:
    'Open periods take changes; closed ones can be reopened; locked ones never change again.',
});

@ObjectType({
  description: 'A named stretch of days, [from, to): a month, a quarter or a fiscal year.',
})
@Entity()
export class Period {
  @OrganizationKey() organizationId: string;
  @Field() @PrimaryColumn('text') name: string;
  @Field(() => PeriodKinds) @Column('text') kind: PeriodKind;
  @DayField({ name: 'from_day' }) from: string;
  @DayField({ name: 'to_day' }) to: string;
  @Field(() => PeriodStatuses) @Column('text') status: PeriodStatus;
}
