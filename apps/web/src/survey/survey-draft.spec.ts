import type { Bank, Question, Survey } from './survey.js';
import {
  byDriver,
  draftOfSurvey,
  draftOfTemplate,
  emptyDraft,
  inputOfDraft,
  keyOfText,
  teamsLedBy,
  topmost,
} from './survey-draft.js';

const question = (id: string, key: string, driver: string | null): Question => ({
  id,
  key,
  driver,
  kind: 'agreement',
  positive: true,
  text: { en: key, de: key },
  options: [],
});
const bank = [
  question('q1', 'team.trust', 'team'),
  question('q2', 'own.coffee', null),
  question('q3', 'team.help', 'team'),
];
const team = (
  id: string,
  parentId: string | null,
  ...managers: string[]
): Bank['teams'][number] => ({
  id,
  name: id,
  parentId,
  managers: managers.map((each) => ({ id: each })),
});

describe('a survey being written', () => {
  it('takes from a template the questions that the bank still has', () => {
    const template = {
      key: 'pulse',
      name: { en: 'Pulse' },
      cadence: 'monthly' as const,
      questions: ['team.help', 'gone', 'team.trust'],
      questionCount: 2,
    };
    expect(draftOfTemplate(template, 'Pulse', bank, '2026-03-02')).toMatchObject({
      name: 'Pulse',
      cadence: 'monthly',
      anchor: '2026-03-02',
      questionIds: ['q3', 'q1'],
      questionCount: 2,
    });
  });

  it('leaves lists out that ask all, and asks no more questions than there are', () => {
    const draft = { ...emptyDraft('2026-03-02'), questionIds: ['q1'], roles: ['rep'] };
    const input = inputOfDraft(draft, 's1');
    expect(input.audience).toEqual({ roles: ['rep'] });
    expect(input).toMatchObject({ id: 's1', questionCount: 1 });
    expect(input).not.toHaveProperty('roles');
    expect(inputOfDraft(draft)).not.toHaveProperty('id');
  });

  it('comes back from a saved survey as it was', () => {
    const draft = { ...emptyDraft('2026-03-02'), questionIds: ['q1', 'q2', 'q3'], teamIds: ['t'] };
    const { audience } = inputOfDraft(draft);
    const saved = { ...draft, id: 's', audience, questions: bank } as unknown as Survey;
    expect(draftOfSurvey(saved)).toEqual(draft);
  });
});

it('groups questions by driver, those without one under their own head', () => {
  expect(byDriver(bank).map(([driver, list]) => [driver, list.map(({ id }) => id)])).toEqual([
    ['team', ['q1', 'q3']],
    ['other', ['q2']],
  ]);
});

it('finds the teams that somebody leads, with all below, and the topmost of them', () => {
  const teams = [
    team('north', null, 'ann'),
    team('city', 'north', 'bob'),
    team('street', 'city'),
    team('south', null, 'bob'),
  ];
  const led = (id: string) => teamsLedBy(id, teams).map((each) => each.id);
  expect(led('ann')).toEqual(['north', 'city', 'street']);
  expect(led('bob')).toEqual(['city', 'street', 'south']);
  expect(led('cleo')).toEqual([]);
  expect(topmost(teamsLedBy('bob', teams)).map(({ id }) => id)).toEqual(['city', 'south']);
});

it.each([
  ['Is the plan clear?', 'own.is-the-plan-clear'],
  ['  Café: good  ', 'own.cafe-good'],
])('makes of %j the key %s', (text, key) => expect(keyOfText(text)).toBe(key));
