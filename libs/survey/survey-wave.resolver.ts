import { MailFailure, Member, MemberLoader } from '@laurel/people';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { SurveyAction } from './survey-action.entity.js';
import { SurveyComment, SurveyReply } from './survey-answer.entity.js';
import { SurveyAnswering } from './survey-answering.service.js';
import { SurveyFollowing } from './survey-following.service.js';
import { SurveyForm } from './survey-form.js';
import { SurveyQuestion } from './survey-question.entity.js';
import { SurveyReport, SurveyTrendPoint } from './survey-report.js';
import { SurveyReports } from './survey-report.service.js';
import { SurveyResultList } from './survey-result-list.service.js';
import { SurveyWave } from './survey-wave.entity.js';
import { SurveyService } from './survey.service.js';
import { AnswerSurveyInput, SurveyActionInput } from './survey.input.js';

@Resolver(() => SurveyWave)
export class SurveyWaveResolver {
  constructor(
    private readonly answering: SurveyAnswering,
    private readonly following: SurveyFollowing,
    private readonly reports: SurveyReports,
    private readonly results: SurveyResultList,
    private readonly surveys: SurveyService,
  ) {}

  @Query(() => SurveyForm, { nullable: true, description: 'Null when the link works no more.' })
  surveyForm(@Args('ticket') ticket: string) {
    return this.answering.form(ticket);
  }

  @Query(() => [SurveyForm], { description: 'What I am asked at present.' })
  mySurveys() {
    return this.answering.mine();
  }

  @Mutation(() => Boolean, {
    description:
      'Takes one sheet for each ticket. The same draft may be sent again and counts once.',
  })
  answerSurvey(@Args('input') input: AnswerSurveyInput) {
    return this.answering.submit(input);
  }

  @Query(() => [SurveyReply], { description: 'Replies to comments, by mailbox.' })
  surveyReplies(@Args('mailboxes', { type: () => [String] }) mailboxes: string[]) {
    return this.following.replies(mailboxes);
  }

  @Query(() => SurveyReport)
  surveyReport(@Args('waveId', { type: () => ID }) waveId: string) {
    return this.reports.report(waveId);
  }

  @Query(() => [SurveyWave], {
    description: 'Results of groups I lead, and those shared with my team; newest first.',
  })
  surveyResults() {
    return this.results.mine();
  }

  @Query(() => [SurveyTrendPoint], { description: 'One figure over all waves, oldest first.' })
  surveyTrend(
    @Args('surveyId', { type: () => ID }) surveyId: string,
    @Args('item') item: string,
    @Args('groupId') groupId: string,
  ) {
    return this.reports.trend(surveyId, item, groupId);
  }

  @Mutation(() => SurveyWave, {
    description: 'Closes before its day; the result comes soon after.',
  })
  closeSurveyWave(@Args('id', { type: () => ID }) id: string) {
    return this.following.close(id);
  }

  @Mutation(() => SurveyWave, { description: 'Shows the result to everybody who was asked.' })
  shareSurveyWave(
    @Args('id', { type: () => ID }) id: string,
    @Args('heard', { type: () => String, nullable: true }) heard: string | null,
  ) {
    return this.following.share(id, heard);
  }

  @Mutation(() => SurveyAction)
  saveSurveyAction(@Args('input') input: SurveyActionInput) {
    return this.following.saveAction(input);
  }

  @Mutation(() => SurveyComment, { description: 'Reaches the author without naming them.' })
  replyToSurveyComment(
    @Args('commentId', { type: () => ID }) commentId: string,
    @Args('text') text: string,
  ) {
    return this.following.reply(commentId, text);
  }

  @ResolveField(() => String)
  async name(@Parent() { surveyId }: SurveyWave) {
    return this.surveys.nameOf(surveyId);
  }

  @ResolveField(() => [SurveyQuestion])
  questions(@Parent() { questionIds }: SurveyWave) {
    return this.surveys.byIds(questionIds);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'While it runs in whole batches of the threshold, and only for those who lead.',
  })
  answered(@Parent() wave: SurveyWave) {
    return this.reports.answered(wave);
  }

  @ResolveField(() => [MailFailure], {
    description: 'Mails that were refused for good, for those who lead everybody asked.',
  })
  undelivered(@Parent() wave: SurveyWave) {
    return this.reports.undelivered(wave);
  }
}

@Resolver(() => SurveyComment)
export class SurveyCommentResolver {
  constructor(private readonly following: SurveyFollowing) {}

  @ResolveField(() => Boolean, { description: 'Did the author leave a place for replies?' })
  takesReplies(@Parent() { mailbox }: SurveyComment) {
    return mailbox !== null;
  }

  @ResolveField(() => [String], { description: 'What was replied so far.' })
  replies(@Parent() { id }: SurveyComment) {
    return this.following.repliesTo(id);
  }
}

@Resolver(() => SurveyAction)
export class SurveyActionResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member)
  owner(@Parent() { ownerId }: SurveyAction) {
    return this.members.load(ownerId);
  }
}
