import { DayField, IdField, OrganizationKey } from '@laurel/shared';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

@ObjectType({ description: 'What we do about a result; open ones are carried into the next wave.' })
@Entity()
export class SurveyAction {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') surveyId: string;
  @Field(() => ID) @Column('uuid') waveId: string;
  @Field() @Column('text') groupId: string;
  @Field() @Column('text') text: string;
  @Column('uuid') ownerId: string;
  @DayField() dueOn: string;
  @DayField({ nullable: true }) doneOn: string | null;
}
