import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PeriodKind } from '../core/period.js';
import type { PeriodStatus } from '../core/period-status.js';
import { DayField, OrganizationKey } from './columns.js';

export const PeriodKinds = {
  halfMonth: 'halfMonth',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  retailMonth: 'retailMonth',
  retailQuarter: 'retailQuarter',
  retailYear: 'retailYear',
} as const satisfies { [K in PeriodKind]: K };
export const PeriodStatuses = {
  open: 'open',
  closed: 'closed',
  locked: 'locked',
} as const satisfies { [S in PeriodStatus]: S };

registerEnumType(PeriodKinds, {
  name: 'PeriodKind',
  description: 'Years are fiscal years; retail periods are whole weeks, such as 4-4-5.',
});
registerEnumType(PeriodStatuses, {
  name: 'PeriodStatus',
  description:
    'The figures of an open period follow every change. In a closed one changes wait; it can be reopened. A locked one never changes again.',
});

@ObjectType({ description: 'A named stretch of days, [from, to): a month, a quarter, a year.' })
@Entity()
export class Period {
  @OrganizationKey() organizationId: string;
  @Field() @PrimaryColumn('text') name: string;
  @Field(() => PeriodKinds) @Column('text') kind: PeriodKind;
  @DayField({ name: 'from_day' }) from: string;
  @DayField({ name: 'to_day' }) to: string;
  @Field(() => PeriodStatuses) @Column('text') status: PeriodStatus;
}
