import { Problem } from '@laurel/shared';
import { In, type EntityManager } from 'typeorm';
import { mergedInto } from './core/index.js';
import type { SurveyMerge } from './survey-report.js';
import { SurveyResult } from './survey-result.entity.js';
import { leadsAudience, ledGroups, memberGroups, sightOf, type Sight } from './survey-sight.js';
import { SurveyWave } from './survey-wave.entity.js';
import { Survey } from './survey.entity.js';

/** The item of a result that tells how many took part; a group without it is merged upward. */
export const attendance = 'participation';

export const noWave = (id: string) =>
  new Problem('NOT_FOUND', 'There is no such wave here.', { id });

/** What of a wave concerns the current actor. */
export type View = {
  readonly wave: SurveyWave;
  /** Groups that they lead. */
  readonly led: readonly string[];
  readonly mine: SurveyMerge[];
  /** Groups whose figures they may see; none while it runs. */
  readonly visible: ReadonlySet<string>;
};

/** A wave that does not concern the current actor is as if there were none. */
export async function viewOf(tx: EntityManager, waveId: string): Promise<View> {
  const [view] = await viewsOf(tx, await tx.findBy(SurveyWave, { id: waveId }));
  if (!view) throw noWave(waveId);
  return view;
}

/** Those of the waves that concern the current actor, in the given order. */
export async function viewsOf(tx: EntityManager, waves: readonly SurveyWave[]): Promise<View[]> {
  if (!waves.length) return [];
  const ids = [...new Set(waves.map(({ surveyId }) => surveyId))];
  const surveys = await tx.findBy(Survey, { id: In(ids) });
  const sight = await sightOf(tx);
  const shown = await shownGroups(tx, waves);
  return waves.flatMap((wave) => {
    const survey = surveys.find(({ id }) => id === wave.surveyId)!;
    return seenOf(wave, sight, leadsAudience(sight, survey), shown.get(wave.id)) ?? [];
  });
}

function seenOf(
  wave: SurveyWave,
  sight: Sight,
  leadsAll: boolean,
  shown: ReadonlySet<string> = new Set(),
): View | undefined {
  const led = (leadsAll ? wave.groups : ledGroups(sight, wave)).map(({ id }) => id);
  const place = memberGroups(sight, wave);
  if (!led.length && !place.size) return undefined;
  const isOpen = wave.status === 'open';
  const into = (id: string) => mergedInto(wave.groups, id, shown) ?? null;
  const seen = [
    ...led.flatMap((id) => [id, into(id)]),
    ...(wave.status === 'shared' ? place : []),
  ].filter((id) => id !== null);
  return {
    wave,
    led,
    mine: [...new Set([...led, ...[...place].slice(0, 1)])].map((groupId) => ({
      groupId,
      into: isOpen ? null : into(groupId),
    })),
    visible: new Set(isOpen ? [] : seen),
  };
}

/** The groups of each wave of which something is told. */
async function shownGroups(
  tx: EntityManager,
  waves: readonly SurveyWave[],
): Promise<Map<string, Set<string>>> {
  const rows = await tx.find(SurveyResult, {
    where: { waveId: In(waves.map(({ id }) => id)), item: attendance },
    select: { waveId: true, item: true, groupId: true },
  });
  const found = new Map<string, Set<string>>();
  for (const { waveId, groupId } of rows)
    found.set(waveId, (found.get(waveId) ?? new Set()).add(groupId));
  return found;
}
