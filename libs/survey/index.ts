import { PeopleModule } from '@laurel/people';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SurveyAction } from './survey-action.entity.js';
import {
  SurveyAnswer,
  SurveyComment,
  SurveyReply,
  SurveySheet,
  SurveyTicket,
} from './survey-answer.entity.js';
import { SurveyAnswering } from './survey-answering.service.js';
import { SurveyFileController } from './survey-file.controller.js';
import { SurveyFollowing } from './survey-following.service.js';
import { SurveyQuestion } from './survey-question.entity.js';
import { SurveyReports } from './survey-report.service.js';
import { SurveyResultList } from './survey-result-list.service.js';
import { SurveyResult } from './survey-result.entity.js';
import {
  SurveyActionResolver,
  SurveyCommentResolver,
  SurveyWaveResolver,
} from './survey-wave.resolver.js';
import { SurveyWave } from './survey-wave.entity.js';
import { Survey } from './survey.entity.js';
import { SurveyJobs } from './survey.jobs.js';
import { SurveyResolver } from './survey.resolver.js';
import { SurveyService } from './survey.service.js';
import { WaveClose } from './wave-close.service.js';
import { WaveLaunch } from './wave-launch.service.js';

const entities = [
  Survey,
  SurveyAction,
  SurveyAnswer,
  SurveyComment,
  SurveyQuestion,
  SurveyReply,
  SurveyResult,
  SurveySheet,
  SurveyTicket,
  SurveyWave,
];

/** Surveys that people can trust: what they answer is told of groups only, and nobody can find out more. */
@Module({
  imports: [TypeOrmModule.forFeature(entities), PeopleModule],
  controllers: [SurveyFileController],
  providers: [
    SurveyActionResolver,
    SurveyAnswering,
    SurveyCommentResolver,
    SurveyFollowing,
    SurveyJobs,
    SurveyReports,
    SurveyResolver,
    SurveyResultList,
    SurveyService,
    SurveyWaveResolver,
    WaveClose,
    WaveLaunch,
  ],
  exports: [SurveyAnswering, SurveyFollowing, SurveyJobs, SurveyService, WaveClose, WaveLaunch],
})
export class SurveyModule {}

export { receiptOf, seal, sheetKeyOf } from './seal.js';
export { SurveySheet, SurveyTicket } from './survey-answer.entity.js';
export { SurveyAnswering } from './survey-answering.service.js';
export { SurveyFollowing } from './survey-following.service.js';
export { SurveyJobs } from './survey.jobs.js';
export { SurveyService } from './survey.service.js';
export { SurveyWave } from './survey-wave.entity.js';
export { WaveClose } from './wave-close.service.js';
export { WaveLaunch } from './wave-launch.service.js';
