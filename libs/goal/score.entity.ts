import { DecimalField, DecimalScalar, IdField, OrganizationKey, pageOf } from '@laurel/shared';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';

@ObjectType({ description: 'What a member reached of an objective that is scored.' })
@Entity()
export class Score {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') memberId: string;
  @Field() @Column('text') period: string;
  @Field({ description: 'Its short name in the plan.' }) @Column('text') objective: string;
  @DecimalField({ description: 'A share: "1" is all of it.' }) score: string;
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  note: string | null;
}

@ObjectType()
export class ScorePage extends pageOf(Score) {}

@InputType({
  description: 'Of one member, period and objective; what is left out of the note stays.',
})
export class ScoreInput {
  @Field(() => ID) memberId: string;
  @Field() period: string;
  @Field({ description: 'Its short name in the plan.' }) objective: string;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'A share: "1" is all of it. Null takes the score away.',
  })
  score: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}
