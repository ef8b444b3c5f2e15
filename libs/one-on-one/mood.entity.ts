import { OrganizationKey } from '@laurel/shared';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({
  description: 'How one of the two is on the day of a meeting; seen by the two alone.',
})
@Entity()
export class OneOnOneMood {
  @OrganizationKey() organizationId: string;
  @PrimaryColumn('uuid') oneOnOneId: string;
  @PrimaryColumn('int') number: number;
  @PrimaryColumn('uuid') memberId: string;
  @Field(() => Int, { description: '1 (bad) to 5 (very good).' })
  @Column('smallint')
  mood: number;
}
