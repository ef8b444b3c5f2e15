import { DecimalScalar, JsonScalar, pageOf } from '@laurel/shared';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Scored } from './core/index.js';

@ObjectType({ description: 'An objective of a plan, and what was reached of it.' })
export class ObjectiveScore {
  @Field({ description: 'Its short name in the plan.' }) objective: string;
  @Field(() => JsonScalar, { nullable: true, description: 'In English and German.' })
  title: Scored['title'];
  @Field(() => DecimalScalar, { nullable: true, description: 'A share; null is not scored yet.' })
  score: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
}

@ObjectType({ description: 'What a member’s plan has scored in a period.' })
export class ScoreSheetRow {
  memberId: string;
  @Field(() => [ObjectiveScore]) scores: ObjectiveScore[];
}

@ObjectType()
export class ScoreSheet extends pageOf(ScoreSheetRow) {}
