import { DayScalar, JsonScalar } from '@laurel/shared';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Cadence, QuestionKind } from './core/index.js';
import { QuestionKinds } from './survey-question.entity.js';
import { Cadences } from './survey.entity.js';

@InputType({ description: 'A survey to add (without id) or change while it is a draft.' })
export class SurveyInput {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field() name: string;
  @Field(() => Cadences) cadence: Cadence;
  @Field(() => DayScalar) anchor: string;
  @Field(() => Int, { nullable: true, description: '0 to 23; 9 when left out.' })
  hour?: number | null;
  @Field(() => Int, { nullable: true, description: '1 to 60; 5 when left out.' })
  openDays?: number | null;
  @Field(() => [ID]) questionIds: string[];
  @Field(() => Int, { nullable: true, description: 'At most 10.' }) questionCount?: number | null;
  @Field(() => JsonScalar, { nullable: true, description: '{teamIds, roles, regions, tenures}' })
  audience?: unknown;
  @Field(() => Int, { nullable: true, description: '3 or more; 5 when left out.' })
  scoreThreshold?: number | null;
  @Field(() => Int, { nullable: true, description: 'At least twice scoreThreshold.' })
  commentThreshold?: number | null;
  @Field(() => Boolean, { nullable: true }) waitForShare?: boolean | null;
}

@InputType({
  description: 'A question of one’s own. The same key with another text is a new item.',
})
export class SurveyQuestionInput {
  @Field() key: string;
  @Field(() => QuestionKinds) kind: QuestionKind;
  @Field(() => String, { nullable: true }) driver?: string | null;
  @Field(() => Boolean, { nullable: true }) positive?: boolean | null;
  @Field(() => JsonScalar, { description: '{en, de}' }) text: unknown;
  @Field(() => JsonScalar, { nullable: true, description: '[{en, de}], of a choice.' })
  options?: unknown;
}

@InputType({ description: 'An answer: a step of the scale, the position of an option, or words.' })
export class SurveyAnswerInput {
  @Field(() => ID) question: string;
  @Field(() => Int, { nullable: true }) value?: number | null;
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 (hexadecimal) of a secret kept on the device: with it a reply is read.',
  })
  mailbox?: string | null;
}

@InputType()
export class AnswerSurveyInput {
  @Field(() => String, { nullable: true, description: 'From the link; or waveId when signed in.' })
  ticket?: string | null;
  @Field(() => ID, { nullable: true }) waveId?: string | null;
  @Field({
    description:
      '64 hexadecimal digits, drawn at random on the device for one draft and sent again with each try.',
  })
  secret: string;
  @Field(() => [SurveyAnswerInput]) answers: SurveyAnswerInput[];
}

@InputType({ description: 'What is done about a result: add (without id) or change.' })
export class SurveyActionInput {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => ID) waveId: string;
  @Field({ description: 'A group of the wave, such as "all" or "team:…".' }) groupId: string;
  @Field() text: string;
  @Field(() => ID) ownerId: string;
  @Field(() => DayScalar) dueOn: string;
  @Field(() => DayScalar, { nullable: true }) doneOn?: string | null;
}
