import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import type { PeriodStatus } from '../core/period-status.js';
import { IdField, InstantField, OrganizationKey } from './columns.js';
import { PeriodStatuses } from './period.entity.js';

@ObjectType({ description: 'A period was closed, reopened or locked: by whom, when and why.' })
@Entity()
export class PeriodChange {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Field() @Column('text') period: string;
  @Field(() => PeriodStatuses) @Column('text') status: PeriodStatus;
  @Field(() => String, { nullable: true, description: 'Why it was reopened.' })
  @Column({ type: 'text', nullable: true })
  reason: string | null;
  @Column({ type: 'uuid', nullable: true }) memberId: string | null;
  @InstantField({ default: () => 'now()' }) changedAt: Date;
}
