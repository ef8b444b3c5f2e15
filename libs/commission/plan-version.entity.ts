import { DayField, IdField, InstantField, JsonScalar, OrganizationKey } from '@laurel/shared';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import type { PlanDocument } from './core/index.js';

@ObjectType({
  description: 'The rules of a plan from a day on. A version never changes; a change is a new one.',
})
@Entity()
export class PlanVersion {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') planId: string;
  @Field(() => Int, { description: 'Counts up from 1 within the plan.' })
  @Column('integer')
  number: number;
  @DayField() effectiveFrom: string;
  @Field(() => JsonScalar) @Column('jsonb') document: PlanDocument;
  @Column({ type: 'uuid', nullable: true }) createdBy: string | null;
  @InstantField({ default: () => 'now()' }) createdAt: Date;
}
