import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { SurveyAction } from './survey-action.entity.js';
import { SurveyComment } from './survey-answer.entity.js';
import { SurveyQuestion } from './survey-question.entity.js';
import { SurveyGroup, SurveyWave } from './survey-wave.entity.js';

@ObjectType({ description: 'A figure of a group; what is not told anywhere has no cell.' })
export class SurveyCell {
  @Field({ description: 'The id of a question, "participation", or "driver:" and its name.' })
  item: string;
  @Field(() => SurveyQuestion, { nullable: true }) question: SurveyQuestion | null;
  @Field(() => String, { nullable: true }) driver: string | null;
  @Field() groupId: string;
  @Field(() => Int, { description: 'How many answered.' }) people: number;
  @Field(() => [Int], {
    description:
      'How often each step was given, the lowest first. Of participation: invited, started; of all also completed, answers.',
  })
  counts: number[];
  @Field(() => [Int], { nullable: true, description: 'Whole percentages that sum to 100.' })
  shares: number[] | null;
  @Field(() => Float, { nullable: true }) mean: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Promoters − detractors in percent, rounded once.',
  })
  score: number | null;
  @Field(() => Int, { nullable: true, description: 'Of the 95 % interval of the score.' })
  low: number | null;
  @Field(() => Int, { nullable: true }) high: number | null;
  @Field(() => Float, { nullable: true, description: 'Participation in percent.' })
  rate: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Against the wave before that asked the same.',
  })
  change: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Is the change more than noise? False: "no clear change".',
  })
  clear: boolean | null;
}

@ObjectType({ description: 'A question whose answers go with the score by more than noise.' })
export class SurveyLink {
  @Field(() => SurveyQuestion) question: SurveyQuestion;
  @Field(() => Float, { description: '−1 to 1.' }) correlation: number;
  @Field(() => Int) people: number;
}

@ObjectType({ description: 'Small groups are merged upward.' })
export class SurveyMerge {
  @Field() groupId: string;
  @Field(() => String, { nullable: true, description: 'Null: too few even together.' })
  into: string | null;
}

@ObjectType({ description: 'What a closed wave tells the reader; of a running one nothing.' })
export class SurveyReport {
  @Field(() => SurveyWave) wave: SurveyWave;
  @Field(() => [SurveyGroup], { description: 'The groups that the reader may look at.' })
  groups: SurveyGroup[];
  @Field(() => [SurveyMerge], {
    description: 'The reader’s own groups, each with the one in whose figures it stands.',
  })
  mine: SurveyMerge[];
  @Field(() => [SurveyCell]) cells: SurveyCell[];
  @Field(() => [SurveyComment]) comments: SurveyComment[];
  @Field(() => [SurveyLink]) links: SurveyLink[];
  @Field(() => [SurveyAction], { description: 'Of this wave, and those still open from before.' })
  actions: SurveyAction[];
}

@ObjectType()
export class SurveyTrendPoint {
  @Field(() => SurveyWave) wave: SurveyWave;
  @Field(() => SurveyCell) cell: SurveyCell;
}
