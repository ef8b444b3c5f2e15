import { DayField, IdField, OrganizationKey } from '@laurel/shared';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import type { Position } from './core/membership.js';

export const Positions = {
  member: 'member',
  manager: 'manager',
} as const satisfies { [P in Position]: P };
registerEnumType(Positions, { name: 'Position' });

@ObjectType({ description: "Somebody's place in a team, from a day (in) to a day (out)." })
@Entity()
export class Membership {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') teamId: string;
  @Column('uuid') memberId: string;
  @Field(() => Positions) @Column('text') position: Position;
  @DayField({ name: 'from_day' }) from: string;
  @DayField({ name: 'to_day', nullable: true }) to: string | null;
}
