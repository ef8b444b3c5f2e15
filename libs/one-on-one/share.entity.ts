import { DayField, DayScalar, OrganizationKey } from '@laurel/shared';
import type { Day } from '@laurel/shared/core';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OneOnOneAction } from './meeting.entity.js';

@ObjectType({ description: 'An employee shows a series with a former manager to the present one.' })
@Entity()
export class OneOnOneShare {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn('uuid') oneOnOneId: string;
  @Column('uuid') sharerId: string;
  @Column('uuid') readerId: string;
  @DayField({ description: 'Nothing of later meetings is shown.' }) sharedOn: Day;
}

@ObjectType()
export class SharedNote {
  @Field(() => Int) number: number;
  @Field(() => DayScalar) day: Day;
  @Field() text: string;
}

@ObjectType({ description: 'What an employee shows me of a series: never a private note.' })
export class SharedOneOnOne {
  @Field(() => ID) id: string;
  sharerId: string;
  partnerId: string;
  @Field(() => DayScalar) sharedOn: Day;
  @Field(() => [SharedNote], { description: 'Notes that both wrote, newest first.' })
  notes: SharedNote[];
  @Field(() => [OneOnOneAction], { description: 'Those still open.' }) actions: OneOnOneAction[];
}
