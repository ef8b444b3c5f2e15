import type { Handlers } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { WaveClose } from './wave-close.service.js';
import { WaveLaunch } from './wave-launch.service.js';

@Injectable()
export class SurveyJobs {
  constructor(
    private readonly launching: WaveLaunch,
    private readonly closing: WaveClose,
  ) {}

  readonly handlers: Pick<Handlers, 'survey.launch' | 'survey.remind' | 'survey.close'> = {
    'survey.launch': ({ surveyId, day }, { tx }) => this.launching.launch(tx, surveyId, day),
    'survey.remind': ({ waveId }, { tx }) => this.launching.remind(tx, waveId),
    'survey.close': ({ waveId }, { tx }) => this.closing.close(tx, waveId),
  };
}
