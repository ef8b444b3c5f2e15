import { Member, MemberLoader } from '@laurel/people';
import { DayScalar, JsonScalar } from '@laurel/shared';
import {
  Args,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { Cadence } from './core/index.js';
import { SurveyQuestion } from './survey-question.entity.js';
import { SurveyService } from './survey.service.js';
import { SurveyWave } from './survey-wave.entity.js';
import { Cadences, Survey } from './survey.entity.js';
import { SurveyInput, SurveyQuestionInput } from './survey.input.js';

@ObjectType({ description: 'A survey to begin with; questions are named by their keys.' })
export class SurveyTemplate {
  @Field() key: string;
  @Field(() => JsonScalar, { description: 'Words by language: {en, de}.' }) name: object;
  @Field(() => Cadences) cadence: Cadence;
  @Field(() => [String]) questions: readonly string[];
  @Field(() => Int) questionCount: number;
}

@Resolver(() => Survey)
export class SurveyResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly service: SurveyService,
  ) {}

  @Query(() => [Survey], { description: 'Surveys of the teams I lead; all of them for HR.' })
  surveys() {
    return this.service.list();
  }

  @Query(() => Survey, { nullable: true })
  survey(@Args('id', { type: () => ID }) id: string) {
    return this.service.one(id);
  }

  @Query(() => [SurveyQuestion], { description: 'The bank: questions that are in use.' })
  surveyQuestions() {
    return this.service.questions();
  }

  @Query(() => [SurveyTemplate])
  surveyTemplates() {
    return this.service.templates();
  }

  @Mutation(() => Survey)
  saveSurvey(@Args('input') input: SurveyInput) {
    return this.service.save(input);
  }

  @Mutation(() => Survey, { description: 'Its waves come by themselves from now on.' })
  startSurvey(@Args('id', { type: () => ID }) id: string) {
    return this.service.start(id);
  }

  @Mutation(() => Survey, { description: 'No further waves.' })
  endSurvey(@Args('id', { type: () => ID }) id: string) {
    return this.service.end(id);
  }

  @Mutation(() => SurveyQuestion)
  saveSurveyQuestion(@Args('input') input: SurveyQuestionInput) {
    return this.service.saveQuestion(input);
  }

  @ResolveField(() => [SurveyQuestion])
  questions(@Parent() { questionIds }: Survey) {
    return this.service.byIds(questionIds);
  }

  @ResolveField(() => [SurveyWave], { description: 'Newest first.' })
  waves(@Parent() { id }: Survey) {
    return this.service.waves(id);
  }

  @ResolveField(() => Member, { nullable: true })
  createdBy(@Parent() { createdBy }: Survey) {
    return createdBy && this.members.load(createdBy);
  }

  @ResolveField(() => DayScalar, { nullable: true, description: 'Day of the next wave.' })
  nextOn(@Parent() { id }: Survey) {
    return this.service.nextOn(id);
  }

  @ResolveField(() => Boolean, {
    description: 'Does the next wave wait until the last result is shared?',
  })
  async waitsForShare(@Parent() { id, status, waitForShare }: Survey) {
    if (status !== 'running' || !waitForShare) return false;
    const [last] = await this.service.waves(id);
    return last?.status === 'closed';
  }
}
