import { getNamedType, isEnumType, type GraphQLInputType } from 'graphql';
import { castPeriod, type Cast } from './cast.js';
import { lockedMonth } from './cast-locked.js';
import { mailboxOf, ticketOf } from './cast-survey.js';
import { password } from './organization.js';
import { argumentLeaves, fillArguments, type RootField } from './schema.js';

/** What an argument that names a thing points at, by the last part of its path. */
const kindByName: Record<string, string> = {
  memberId: 'member',
  payeeId: 'member',
  memberIds: 'member',
  ownerId: 'member',
  owner: 'member',
  teamId: 'team',
  parentId: 'team',
  productId: 'product',
  dealId: 'deal',
  importId: 'import',
  planId: 'plan',
  targetId: 'account',
  deal: 'deal',
  oneOnOneId: 'oneOnOne',
  partnerId: 'member',
  readerId: 'member',
  actorId: 'member',
  surveyId: 'survey',
  waveId: 'wave',
  commentId: 'comment',
  question: 'question',
  questionIds: 'question',
  objectId: 'deal',
};

/** What a bare `id` means. */
const kindOfId: Record<string, string> = {
  'Query.member': 'member',
  'Query.deal': 'deal',
  'Query.import': 'import',
  'Query.plan': 'plan',
  'Mutation.saveMember': 'member',
  'Mutation.saveTeam': 'team',
  'Mutation.revokeApiToken': 'apiToken',
  'Mutation.removeDeal': 'deal',
  'Mutation.cancelDeal': 'deal',
  'Mutation.reinstateDeal': 'deal',
  'Mutation.removePayment': 'payment',
  'Mutation.mapImport': 'uploadedImport',
  'Mutation.commitImport': 'checkedImport',
  'Mutation.undoImport': 'import',
  'Mutation.savePlan': 'plan',
  'Mutation.savePlanRule': 'planRule',
  'Mutation.removePlanRule': 'planRule',
  'Query.previewPlanRule': 'planRule',
  'Mutation.removeExchangeRate': 'exchangeRate',
  'Mutation.removeCreditingRule': 'creditingRule',
  'Query.survey': 'survey',
  'Mutation.saveSurvey': 'draftSurvey',
  'Mutation.startSurvey': 'draftSurvey',
  'Mutation.endSurvey': 'survey',
  'Mutation.closeSurveyWave': 'runningWave',
  'Mutation.shareSurveyWave': 'wave',
  'Mutation.saveSurveyAction': 'surveyAction',
  'Mutation.endOneOnOne': 'oneOnOne',
  'Mutation.saveOneOnOneTopic': 'oneOnOneTopic',
  'Mutation.moveOneOnOneTopic': 'oneOnOneTopic',
  'Mutation.removeOneOnOneTopic': 'oneOnOneTopic',
  'Mutation.saveOneOnOneAction': 'oneOnOneAction',
  'Mutation.removeOneOnOneAction': 'oneOnOneAction',
  'Subscription.importProgress': 'import',
};

/** A value that fits, by the last part of its path; a kind of value it knows no answer for is an error. */
const plain: Record<string, unknown> = {
  kind: 'member',
  period: castPeriod,
  from: '2026-01-01',
  to: '2027-01-01',
  closedOn: '2026-02-02',
  computedAt: '2026-04-01T00:00:00.000Z',
  receivedOn: '2026-03-02',
  objective: 'hiring',
  place: 0,
  score: '0.5',
  on: '2026-12-24',
  effectiveFrom: '2026-01-01',
  document: {
    currency: 'EUR',
    period: 'quarter',
    components: [
      { kind: 'override', name: 'team', title: { en: 'Team', de: 'Team' }, rate: '0.01' },
    ],
  },
  payee: 'walk',
  share: '0.5',
  priority: 0,
  day: '2026-01-01',
  rate: '0.9',
  amount: '100',
  currency: 'EUR',
  locale: 'en',
  timeZone: 'UTC',
  email: 'walk@example.com',
  password,
  current: password,
  next: password,
  name: 'Walk',
  organizationName: 'Walk',
  externalId: 'walk-1',
  token: 'walk',
  value: 'walk',
  column: 'walk',
  code: 'walk',
  text: 'walk',
  action: 'saveDeal',
  object: 'deal',
  first: 50,
  offset: 0,
  fiscalYearStartMonth: 1,
  periodKinds: 'quarter',
  retailPattern: '4-4-5',
  weekStart: 'monday',
  number: 0,
  version: 0,
  anchor: '2026-01-05',
  time: '09:30',
  minutes: 45,
  confirmed: true,
  below: true,
  region: 'walk',
  reason: 'walk',
  ticket: 'walk',
  secret: 'walk',
  mailboxes: 'walk',
  mood: true,
  item: 'participation',
  groupId: 'all',
  dueOn: '2027-01-01',
  key: 'walk',
};

const ofLockedMonth = ({ ids }: Cast) => ({
  inputs: [{ memberId: ids.member, period: lockedMonth, amount: '100' }],
});

/** What brings more to read than a plain value does. */
const telling: Record<string, (cast: Cast) => object> = {
  'Query.previewQuotaCorrections': ofLockedMonth,
  'Query.checkPlan': () => ({ document: { currency: 'EUR', period: 'quarter', components: [] } }),
  'Mutation.saveExchangeRates': () => ({
    inputs: [{ from: 'USD', to: 'CHF', day: '2026-01-01', rate: '0.9' }],
  }),
  'Query.surveyForm': ({ mark }) => ({ ticket: ticketOf(mark) }),
  'Query.surveyReplies': ({ mark }) => ({ mailboxes: [mailboxOf(mark)] }),
  'Mutation.saveSurveyQuestion': () => ({
    input: { key: 'walk', kind: 'agreement', text: { en: 'Walk?', de: 'Gehen?' } },
  }),
  'Query.period': () => ({ name: castPeriod }),
  'Query.lateChanges': () => ({ period: currentQuarter() }),
  'Mutation.closePeriod': () => ({ period: '2024', confirmed: true }),
  'Mutation.lockPeriod': () => ({ period: '2024-Q2' }),
  'Mutation.reopenPeriod': () => ({ period: '2024-Q3', reason: 'walk' }),
  'Query.quotaCorrections': () => ({ period: lockedMonth }),
  'Mutation.correctQuotas': (cast) => ({ ...ofLockedMonth(cast), reason: 'walk' }),
  'Mutation.saveTargetPays': ({ ids }) => ({
    inputs: [{ memberId: ids.member, period: castPeriod, amount: '100' }],
  }),
  'Mutation.saveScores': ({ ids }) => ({
    inputs: [{ memberId: ids.member, period: castPeriod, objective: 'hiring', score: '0.5' }],
  }),
  'Mutation.saveCreditingRule': ({ people }) => ({
    input: {
      name: 'Walk',
      from: '2026-01-01',
      document: { kind: 'overlay', payee: people.mate, share: '0.1', when: { regions: ['Walk'] } },
    },
  }),
  // A rule of the cast puts administrators on another plan a year later.
  'Query.previewPlanRule': ({ ids }) => ({
    input: { planId: ids.plan, role: 'admin', from: '2029-01-01' },
  }),
  'Mutation.startOneOnOne': ({ people }) => ({
    input: { partnerId: people.chief, rhythm: 'weekly', anchor: '2026-01-05', time: '09:30' },
  }),
  'Mutation.changeOneOnOneRhythm': ({ ids }) => ({
    input: {
      oneOnOneId: ids.oneOnOne,
      rhythm: 'monthly',
      anchor: '2099-01-05',
      time: '10:00',
      minutes: 45,
      timeZone: 'UTC',
    },
  }),
  'Mutation.saveOneOnOneMood': () => ({ mood: 3 }),
  'Mutation.shareOneOnOne': ({ people }) => ({ readerId: people.manager }),
  'Query.searchOneOnOnes': ({ mark }) => ({ text: mark }),
  // Of the first meeting somebody wrote already.
  'Mutation.saveSharedNote': () => ({ number: 5 }),
  'Query.invitation': ({ invitationToken }) => ({ token: invitationToken }),
  'Mutation.mapImport': () => ({
    columns: [
      { column: 'external id', field: 'externalId' },
      { column: 'owner', field: 'owner' },
      { column: 'amount', field: 'amount', format: 'decimal-point' },
      { column: 'status', field: 'status' },
      { column: 'closed', field: 'closedOn' },
    ],
  }),
};

function currentQuarter(): string {
  const [year, month] = new Date().toISOString().split('-');
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** Arguments that are answered with as much as there is. */
export const tellingArguments = (root: RootField, cast: Cast): Record<string, unknown> => ({
  ...argumentsFor(root, cast),
  ...telling[root.coordinate]?.(cast),
});

const lastPart = (at: string) => at.split('.').at(-1)!;

/** The kind of thing that an argument names; undefined for one that names nothing. */
export function kindOf({ coordinate }: RootField, at: string, type?: string): string | undefined {
  const name = lastPart(at);
  const kind = name === 'id' ? kindOfId[coordinate] : kindByName[name];
  if (!kind && type === 'ID') throw new Error(`Tell the walk what ${coordinate}(${at}) points at.`);
  return kind;
}

/** The arguments of a root field that name something. */
export const namingArguments = (root: RootField): string[] =>
  argumentLeaves(root.field).filter((at) => kindOf(root, at));

/** Arguments with the ids of a cast; beside what is required only `chosen` is filled, with `id`. */
export function argumentsFor(
  root: RootField,
  { ids }: Pick<Cast, 'ids'>,
  chosen?: { at: string; id: unknown },
): Record<string, unknown> {
  const valueOf = (at: string, type: GraphQLInputType) => {
    if (at === chosen?.at) return chosen.id;
    const kind = kindOf(root, at, getNamedType(type).name);
    if (kind) return ids[kind];
    const named = getNamedType(type);
    if (isEnumType(named)) return enumValue(root, at, named.getValues()[0]!.name);
    if (!(lastPart(at) in plain))
      throw new Error(`Tell the walk a value for ${at} of ${root.coordinate}.`);
    return plain[lastPart(at)];
  };
  return fillArguments(root.field, (at) => at === chosen?.at, valueOf);
}

const enumValue = ({ coordinate }: RootField, at: string, first: string) =>
  coordinate.includes('eriod') && at === 'kind' ? 'quarter' : first;
