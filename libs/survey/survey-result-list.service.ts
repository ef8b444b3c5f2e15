import { Database } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { leadsAudience, ledGroups, memberGroups, sightOf } from './survey-sight.js';
import { SurveyWave } from './survey-wave.entity.js';
import { Survey } from './survey.entity.js';

/** Waves that are looked through, the newest ones. */
const most = 100;

/** Finds the results that somebody may read, wherever they come from. */
@Injectable()
export class SurveyResultList {
  constructor(private readonly database: Database) {}

  /** Closed waves of which the current actor leads a group, and those shared with the teams they are in; newest first. */
  mine(): Promise<SurveyWave[]> {
    return this.database.transaction(async (tx) => {
      const waves = await tx.find(SurveyWave, {
        where: { status: In(['closed', 'shared']) },
        order: { opensOn: 'DESC', id: 'ASC' },
        take: most,
      });
      const ids = [...new Set(waves.map(({ surveyId }) => surveyId))];
      const surveys = new Map(
        (await tx.findBy(Survey, { id: In(ids) })).map((survey) => [survey.id, survey]),
      );
      const sight = await sightOf(tx);
      return waves.filter(
        (wave) =>
          leadsAudience(sight, surveys.get(wave.surveyId)!) ||
          ledGroups(sight, wave).length > 0 ||
          (wave.status === 'shared' && memberGroups(sight, wave).size > 0),
      );
    });
  }
}
