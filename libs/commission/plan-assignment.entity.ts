import { DayField, IdField, OrganizationKey } from '@laurel/shared';
import { ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

@ObjectType({ description: 'Somebody is paid by a plan, from a day (in) to a day (out).' })
@Entity()
export class PlanAssignment {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') planId: string;
  @Column('uuid') memberId: string;
  @DayField({ name: 'from_day' }) from: string;
  @DayField({ name: 'to_day', nullable: true }) to: string | null;
  /** The rule that it follows from; none when somebody was assigned by name. */
  @Column({ type: 'uuid', nullable: true }) ruleId: string | null;
}
