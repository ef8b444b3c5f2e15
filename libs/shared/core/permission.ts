import type { ApiScope, Role } from './role.js';

/** How far a role sees through a field: nobody's rows, one's own, also one's reports', or everybody's. */
export type Scope = 'none' | 'own' | 'report' | 'all';
/** How the reader stands to the person a row belongs to. */
export type Relation = 'own' | 'report' | 'peer';

type Row = {
  readonly reach: Readonly<Record<Role, Scope>>;
  /** What an API token needs for it; a field without one is for people only. */
  readonly token?: ApiScope;
  /** Also for those who have not signed in. */
  readonly anonymous?: true;
};

const reach = (rep: Scope, manager: Scope, finance: Scope, admin: Scope) => ({
  rep,
  manager,
  finance,
  admin,
});
const everyone: Row = { reach: reach('all', 'all', 'all', 'all'), token: 'read' };
const anyone: Row = { reach: everyone.reach, anonymous: true };
const personal: Row = { reach: reach('own', 'own', 'own', 'own') };
const signedIn: Row = { reach: everyone.reach };
/** What is known of a seller: deals, goals, how to reach them. */
const sales: Row = { reach: reach('own', 'report', 'all', 'all'), token: 'read' };
const goals: Row = { reach: reach('own', 'report', 'all', 'own'), token: 'read' };
const pay: Row = { reach: reach('own', 'report', 'all', 'own'), token: 'pay' };
/** Managers score their reports; nobody scores themselves. */
const scorers: Row = { reach: reach('none', 'report', 'all', 'none'), token: 'read' };
const plans: Row = { reach: reach('none', 'all', 'all', 'all'), token: 'read' };
const finance: Row = { reach: reach('none', 'none', 'all', 'none'), token: 'read' };
/** What everybody's pay is, or would be. */
const payroll: Row = { reach: finance.reach, token: 'pay' };
const admin: Row = { reach: reach('none', 'none', 'none', 'all') };
const auditors: Row = { reach: reach('none', 'none', 'all', 'all') };
const importers: Row = { reach: reach('none', 'none', 'all', 'all'), token: 'read' };

const writes = (row: Row): Row => ({ ...row, token: 'write' });

/** Type, its fields, and who may see them. A field that stands nowhere here is refused, and fails the build. */
const table: readonly (readonly [type: string, fields: string, row: Row])[] = [
  ['Query', 'viewer invitation', anyone],
  ['Query', 'sessions', personal],
  ['Query', 'members member teams', everyone],
  ['Query', 'apiTokens', admin],
  ['Query', 'deals deal dealFacets creditedByMonth', sales],
  [
    'Query',
    'products periods period currentPeriod exchangeRates leaderboard badges awards pendingWork',
    everyone,
  ],
  ['Query', 'imports import importRejections importTargets', importers],
  ['Query', 'auditEntries', auditors],
  ['Query', 'plans plan checkPlan', plans],
  ['Query', 'tryPlan triedLines', payroll],
  ['Query', 'quotas quotaCorrections scores scoreSheet goal badgeProgress', goals],
  ['Query', 'teamGoals', sales],
  ['Query', 'missingRates creditingRules uncreditedDeals', finance],
  ['Query', 'periodChecklist', finance],
  ['Query', 'statements statement statementHistory earningsOfDeal balances lateChanges', pay],

  ['Mutation', 'signUp signIn acceptInvitation', anyone],
  ['Mutation', 'signOut signOutEverywhere changePassword setLocale seeStatement', personal],
  ['Mutation', 'inviteMember saveOrganization createApiToken revokeApiToken', admin],
  ['Mutation', 'saveMember saveTeam moveMember', writes(admin)],
  ['Mutation', 'saveProduct', writes(importers)],
  ['Mutation', 'saveDeal saveDeals removeDeal', writes(sales)],
  ['Mutation', 'saveScores', writes(scorers)],
  // What a customer paid or took back decides pay: nobody says it of a deal of their own.
  ['Mutation', 'savePayments removePayment cancelDeal reinstateDeal', writes(importers)],
  ['Mutation', 'mapImport commitImport undoImport', writes(importers)],
  ['Mutation', 'closePeriod reopenPeriod lockPeriod', { reach: finance.reach }],
  ['Mutation', 'savePlan assignPlan saveQuotas correctQuotas recalculate', writes(finance)],
  [
    'Mutation',
    'saveExchangeRates removeExchangeRate saveCreditingRule removeCreditingRule',
    writes(finance),
  ],

  ['Subscription', 'standingsChanged awarded', everyone],
  ['Subscription', 'statementChanged', pay],
  ['Subscription', 'importProgress', importers],

  [
    'Organization',
    'id name timeZone currency locale fiscalYearStartMonth periodKinds retailPattern weekStart',
    everyone,
  ],
  ['Viewer', 'member organization', signedIn],
  ['InvitationInfo', 'memberName email organizationName', anyone],
  ['Invitation', 'link expiresAt sent', admin],
  ['Session', 'id createdAt seenAt address agent current', personal],
  ['ApiToken', 'id name scopes createdAt usedAt revokedAt', admin],
  ['NewApiToken', 'token secret', admin],
  ['Member', 'id name role team manager hiredOn leftOn memberships', everyone],
  ['Member', 'email currency locale hasSignIn', sales],
  ['MemberPage', 'rows total', everyone],
  ['Team', 'id name parentId managers members', everyone],
  ['Membership', 'id team member position from to', everyone],

  ['Account', 'id name sector region', everyone],
  ['Product', 'id name series listPrice currency', everyone],
  [
    'Deal',
    'id externalId name account product owner amount currency status stage createdOn closedOn bookedOn invoicedOn contractMonths cancelledOn cancelReason monthsServed region attributes updatedAt splits credits payments',
    sales,
  ],
  ['DealPayment', 'id externalId receivedOn amount currency', sales],
  ['SavedPayments', 'created updated unchanged payments', importers],
  ['DealSplit', 'payee share kind', sales],
  ['DealPage', 'rows total', sales],
  ['DealFacets', 'stages regions products', sales],
  ['SavedDeals', 'created updated unchanged deals', sales],
  ['Credit', 'id payee kind level amount currency creditedOn rule', sales],
  ['CreditingRule', 'id name number priority from to document named createdAt', finance],
  ['UncreditedDeal', 'deal payee reason', finance],
  ['UncreditedDealPage', 'rows total', finance],
  ['CreditedMonth', 'month credited deals currency', sales],
  ['Period', 'name kind from to status', everyone],
  ['Period', 'waiting changes', finance],
  ['PeriodChange', 'id period status reason member changedAt', finance],
  ['PeriodPoint', 'code count', finance],

  ['ImportColumn', 'name samples field format formats ambiguous', importers],
  ['ImportField', 'name required kind', importers],
  ['ImportLayout', 'encoding delimiter columns fields', importers],
  ['ImportUnknown', 'field kind value count suggestionId suggestionName', importers],
  ['ImportRejection', 'row field value code reason', importers],
  ['ImportRejectionPage', 'rows total', importers],
  ['ImportTarget', 'id name', importers],
  [
    'Import',
    'id kind fileName byteCount status layout mapping unknowns sample rowCount processedCount createdCount updatedCount unchangedCount rejectedCount problem createdAt finishedAt createdBy undoable',
    importers,
  ],
  ['ImportPage', 'rows total', importers],

  // Whoever may read a line of pay may read the rate it was converted by.
  ['ExchangeRate', 'id from to day rate source', everyone],
  ['ExchangeRatePage', 'rows total', everyone],
  ['MissingRate', 'from to firstDay lastDay deals', finance],

  [
    'AuditEntry',
    'sequence at actor tokenId action object objectIds before after counts outcome problem requestId hash',
    auditors,
  ],
  ['AuditPage', 'rows total', auditors],

  ['Plan', 'id name versions assignments', plans],
  // Whoever may read a line of pay may read the rules that made it.
  ['PlanVersion', 'author', plans],
  ['PlanVersion', 'id plan number effectiveFrom document createdAt', everyone],
  ['PlanAssignment', 'id member from to', plans],
  ['PlanProblem', 'path message', plans],
  ['PlanTrial', 'period from currency current tried spread payees', payroll],
  ['PlanTrialPage', 'rows total', payroll],
  ['PlanTrialBand', 'from to payees', payroll],
  ['PlanTrialRow', 'payee current tried difference attainment problems', payroll],
  ['PlanTrialProblem', 'code message dealId', payroll],
  ['Quota', 'id member period amount currency', goals],
  ['QuotaPage', 'rows total', goals],
  ['QuotaCorrection', 'id member period number amount currency reason createdBy createdAt', goals],
  ['Score', 'id member period objective score note', goals],
  ['ScorePage', 'rows total', goals],
  ['ScoreSheet', 'rows total', goals],
  ['ScoreSheetRow', 'member scores', goals],
  ['ObjectiveScore', 'objective title score note', goals],
  [
    'GoalProgress',
    'memberId teamId name period currency target actual attainment pace projection neededPerDay elapsedDays totalDays remainingDays',
    sales,
  ],
  [
    'Earning',
    'id payee period deal component kind tier tierFrom tierTo base rate multiplier exact amount currency rounding creditedBefore quota detail planVersion',
    pay,
  ],
  ['EarningPage', 'rows total', pay],
  ['StatementProblem', 'code message dealId', pay],
  [
    'Statement',
    'id payee team period currency credited quota attainment earned dealCount lineCount problems computedAt lines payout balance changed versions changes',
    pay,
  ],
  ['StatementVersion', 'number seenAt currency credited quota earned lineCount', pay],
  [
    'StatementChange',
    'id component kind externalId deal currency before after difference reason',
    pay,
  ],
  ['StatementChangePage', 'rows total since difference', pay],
  ['StatementTotals', 'currency credited earned payout count', pay],
  ['StatementPage', 'rows total totals', pay],
  ['StatementSignal', 'memberId period at', pay],
  ['PeriodBalance', 'period currency earned payout accounts', pay],
  ['AccountBalance', 'account opening movements closing', pay],
  ['BalanceMovement', 'id account kind amount pay currency deal originalPeriod', pay],
  ['LateChange', 'id period externalId deal cause currency difference shifted fields pay', pay],
  ['LateChangePage', 'rows total', pay],
  ['DealFieldChange', 'field before after', pay],
  ['CorrectedPay', 'payee component kind cause lines before after difference', pay],
  ['Recalculation', 'partitions', finance],

  ['Standing', 'rank movement member score currency mine', everyone],
  ['Leaderboard', 'period measure total rows mine updatedAt', everyone],
  ['StandingsSignal', 'period at', everyone],
  ['Badge', 'code version title description icon criteria', everyone],
  ['Award', 'id badge member period awardedAt revokedAt', everyone],
  ['Award', 'evidence reason', sales],
  ['AwardPage', 'rows total', everyone],
  ['BadgeProgress', 'badge award current target', everyone],
];

/** Where a row of a type names the person it belongs to. */
export const subjectOf: Readonly<Record<string, string>> = {
  Award: 'memberId',
  BalanceMovement: 'payeeId',
  CorrectedPay: 'payeeId',
  Credit: 'payeeId',
  Deal: 'ownerId',
  Earning: 'payeeId',
  GoalProgress: 'memberId',
  Member: 'id',
  PeriodBalance: 'payeeId',
  Quota: 'memberId',
  QuotaCorrection: 'memberId',
  Score: 'memberId',
  ScoreSheetRow: 'memberId',
  Statement: 'payeeId',
  StatementChange: 'payeeId',
  StatementSignal: 'memberId',
  StatementVersion: 'payeeId',
};

const rows: ReadonlyMap<string, Row> = new Map(
  table.flatMap(([type, fields, row]) =>
    fields.split(' ').map((field) => [`${type}.${field}`, row] as const),
  ),
);

/** Every `Type.field` that has a row in the table. */
export const permittedCoordinates = (): string[] => [...rows.keys()];

/** How far a role sees through `Type.field`; what stands in no row is seen by nobody. */
export const widestRelation = (coordinate: string, role: Role | 'system'): Scope =>
  role === 'system' ? 'all' : (rows.get(coordinate)?.reach[role] ?? 'none');

export const isForAnyone = (coordinate: string): boolean =>
  rows.get(coordinate)?.anonymous ?? false;

/** What an API token needs to use a root field; undefined when no token may. */
export const neededScope = (coordinate: string): ApiScope | undefined =>
  rows.get(coordinate)?.token;

const reaches: Readonly<Record<Scope, readonly Relation[]>> = {
  none: [],
  own: ['own'],
  report: ['own', 'report'],
  all: ['own', 'report', 'peer'],
};

export const allows = (scope: Scope, relation: Relation): boolean =>
  reaches[scope].includes(relation);
