import { DayScalar } from '@laurel/shared';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Dimension } from './core/index.js';
import { SurveyQuestion } from './survey-question.entity.js';
import { Dimensions } from './survey-wave.entity.js';

@ObjectType({
  description: 'What somebody is asked, with what their manager will see: figures of groups only.',
})
export class SurveyForm {
  @Field(() => ID) waveId: string;
  @Field() name: string;
  @Field() organizationName: string;
  @Field(() => DayScalar) closesOn: string;
  @Field(() => [SurveyQuestion]) questions: SurveyQuestion[];
  @Field(() => Int, { description: 'Fewest people of a figure.' }) scoreThreshold: number;
  @Field(() => Int, { description: 'Fewest people of a group whose comments are shown.' })
  commentThreshold: number;
  @Field(() => [Dimensions], { description: 'What results are cut by, one at a time.' })
  dimensions: Dimension[];
  @Field({ description: 'Sent already from here or elsewhere.' }) answered: boolean;
}
