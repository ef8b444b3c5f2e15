import type { Bank, Question, Survey, SurveyInput, Template } from './survey.js';

/** Nobody may be picked out: figures of fewer people than this are never shown. */
export const thresholdFloor = 3;
export const mostQuestions = 10;
/** Where questions of one's own stand that name no driver. */
export const noDriver = 'other';

export const cadences = ['once', 'weekly', 'twoWeekly', 'monthly', 'quarterly'] as const;
export const tenures = ['firstYear', 'upTo3Years', 'upTo5Years', 'longer'] as const;

/** A survey while it is being written: every list is there, an empty one asks all. */
export type SurveyDraft = {
  name: string;
  cadence: (typeof cadences)[number];
  anchor: string | null;
  hour: number;
  openDays: number;
  questionIds: string[];
  questionCount: number;
  teamIds: string[];
  roles: string[];
  regions: string[];
  tenures: string[];
  scoreThreshold: number;
  commentThreshold: number;
  waitForShare: boolean;
};

/** An empty survey that begins on a day. */
export const emptyDraft = (anchor: string): SurveyDraft => ({
  name: '',
  cadence: 'weekly',
  anchor,
  hour: 9,
  openDays: 5,
  questionIds: [],
  questionCount: 3,
  teamIds: [],
  roles: [],
  regions: [],
  tenures: [],
  scoreThreshold: 5,
  commentThreshold: 10,
  waitForShare: true,
});

/** A template names its questions by key; the bank knows which text that is at present. */
export function draftOfTemplate(
  template: Template,
  name: string,
  bank: readonly Question[],
  anchor: string,
): SurveyDraft {
  return {
    ...emptyDraft(anchor),
    name,
    cadence: template.cadence,
    questionCount: template.questionCount,
    questionIds: template.questions.flatMap(
      (key) => bank.find((question) => question.key === key)?.id ?? [],
    ),
  };
}

type Lists = Pick<SurveyDraft, 'teamIds' | 'roles' | 'regions' | 'tenures'>;

/** A survey that was saved before, to go on with. */
export function draftOfSurvey(survey: Survey): SurveyDraft {
  const audience = survey.audience as Partial<Lists>;
  return {
    name: survey.name,
    cadence: survey.cadence,
    anchor: survey.anchor,
    hour: survey.hour,
    openDays: survey.openDays,
    questionCount: survey.questionCount,
    scoreThreshold: survey.scoreThreshold,
    commentThreshold: survey.commentThreshold,
    waitForShare: survey.waitForShare,
    questionIds: survey.questions.map(({ id }) => id),
    teamIds: audience.teamIds ?? [],
    roles: audience.roles ?? [],
    regions: audience.regions ?? [],
    tenures: audience.tenures ?? [],
  };
}

/** What is sent: lists that are empty are left out, because they ask all. */
export function inputOfDraft(draft: SurveyDraft, id?: string): SurveyInput {
  const { teamIds, roles, regions, tenures: lengths, anchor, ...rest } = draft;
  const lists: Lists = { teamIds, roles, regions, tenures: lengths };
  return {
    ...rest,
    ...(id && { id }),
    anchor: anchor ?? '',
    questionCount: Math.min(rest.questionCount, rest.questionIds.length),
    audience: Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
  };
}

/** The questions of the bank by what they ask about, in the order of the bank. */
export function byDriver(questions: readonly Question[]): [driver: string, Question[]][] {
  const found = new Map<string, Question[]>();
  for (const question of questions) {
    const driver = question.driver ?? noDriver;
    found.set(driver, [...(found.get(driver) ?? []), question]);
  }
  return [...found];
}

type Team = Bank['teams'][number];

/** The teams that somebody manages and all below them. */
export function teamsLedBy(memberId: string, teams: readonly Team[]): Team[] {
  const led = new Set(
    teams.filter(({ managers }) => managers.some(({ id }) => id === memberId)).map(({ id }) => id),
  );
  for (const id of led) for (const team of teams) if (team.parentId === id) led.add(team.id);
  return teams.filter(({ id }) => led.has(id));
}

/** Of some teams those that stand below none of the others. */
export function topmost(teams: readonly Team[]): Team[] {
  const ids = new Set(teams.map(({ id }) => id));
  return teams.filter(({ parentId }) => !parentId || !ids.has(parentId));
}

/** A key for a question of one's own, from its English words: "Is the plan clear?" is own.is-the-plan-clear. */
export const keyOfText = (english: string): string =>
  `own.${english
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)}`;
