import { cleanName } from '@laurel/people';
import { Problem } from '@laurel/shared';
import { z } from 'zod';
import {
  audienceSchema,
  mostQuestions,
  standardThresholds,
  thresholdFault,
  type Audience,
} from './core/index.js';
import type { SurveyInput, SurveyQuestionInput } from './survey.input.js';

const refuse = (field: string, message: string): never => {
  throw new Problem('BAD_VALUE', message, { field });
};

const words = z.strictObject({
  en: z.string().trim().min(1).max(500),
  de: z.string().trim().min(1).max(500),
});

/** A survey as it may be stored; names the field that cannot be. */
export function checkedSurvey(input: SurveyInput) {
  const {
    hour,
    openDays,
    questionCount,
    scoreThreshold,
    commentThreshold,
    waitForShare,
    cadence,
    anchor,
  } = input;
  const score = scoreThreshold ?? standardThresholds.score;
  const comment = commentThreshold ?? Math.max(standardThresholds.comment, 2 * score);
  const fault = thresholdFault({ score, comment });
  if (fault) refuse('scoreThreshold', fault);
  const questionIds = [...new Set(input.questionIds)];
  if (!questionIds.length) refuse('questionIds', 'Choose at least one question.');
  return {
    name: cleanName(input.name),
    cadence,
    anchor,
    hour: within('hour', hour ?? 9, 0, 23),
    openDays: within('openDays', openDays ?? 5, 1, 60),
    questionCount: within('questionCount', questionCount ?? mostQuestions, 1, mostQuestions),
    questionIds,
    audience: checkedAudience(input.audience),
    scoreThreshold: within('scoreThreshold', score, 3, 1_000),
    commentThreshold: within('commentThreshold', comment, 6, 2_000),
    waitForShare: waitForShare ?? true,
  };
}

function within(field: string, value: number, least: number, most: number): number {
  if (value < least || value > most) refuse(field, `Choose a number from ${least} to ${most}.`);
  return value;
}

function checkedAudience(given: unknown): Audience {
  const { data, success } = audienceSchema.safeParse(given ?? {});
  return success
    ? data
    : refuse(
        'audience',
        'Name teams, roles, regions or tenures, each as a list that is not empty.',
      );
}

/** A question as it may be stored. */
export function checkedQuestion(input: SurveyQuestionInput) {
  const key = /^[a-z][\w.-]{0,59}$/i.test(input.key)
    ? input.key
    : refuse('key', 'Choose a key of letters, digits, dots and hyphens, such as team.trust.');
  const text = words.safeParse(input.text);
  if (!text.success)
    refuse('text', 'Write the question in English and German, 500 characters each.');
  const options = z
    .array(words)
    .max(12)
    .safeParse(input.options ?? []);
  const wanted = input.kind === 'choice' ? (options.data?.length ?? 0) >= 2 : !options.data?.length;
  if (!options.success || !wanted)
    refuse('options', 'A choice has 2 to 12 options in both languages; other kinds have none.');
  return {
    key,
    kind: input.kind,
    driver: input.driver?.trim() || null,
    positive: input.positive ?? true,
    text: text.data!,
    options: options.data!,
  };
}

const mostText = 2_000;

/** Words of somebody, without space around them. */
export function checkedText(field: string, text: string, most = mostText): string {
  const trimmed = text.trim();
  if (!trimmed || trimmed.length > most)
    refuse(field, `Write something of at most ${most} characters.`);
  return trimmed;
}
