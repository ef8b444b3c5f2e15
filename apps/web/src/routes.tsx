import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { MembersOnly, VisitorsOnly } from './session/gates.js';
import { BrokenPage } from './shell/broken-page.js';
import { LostPage } from './shell/lost-page.js';
import { PageLoader } from './shell/shell.js';
import { SurveyFrame } from './survey-form/survey-frame.js';

/** A page that is fetched when it is first opened. */
const page = (load: () => Promise<ComponentType>) => async () => ({ Component: await load() });

const visitorPages = [
  {
    path: 'sign-in',
    lazy: page(async () => (await import('./session/sign-in-page.js')).SignInPage),
  },
  {
    path: 'sign-up',
    lazy: page(async () => (await import('./session/sign-up-page.js')).SignUpPage),
  },
  {
    path: 'invitation/:token',
    lazy: page(async () => (await import('./session/invitation-page.js')).InvitationPage),
  },
];

/** Opened by a link that is a secret: for everybody, signed in or not. */
const linkPages = [
  {
    path: 'survey/:ticket',
    lazy: page(async () => (await import('./survey-form/ticket-page.js')).TicketPage),
  },
];

const memberPages = [
  { index: true, lazy: page(async () => (await import('./home/home-page.js')).HomePage) },
  {
    path: 'leaderboard',
    lazy: page(async () => (await import('./standing/leaderboard-page.js')).LeaderboardPage),
  },
  { path: 'pay', lazy: page(async () => (await import('./pay/pay-page.js')).PayPage) },
  { path: 'ledger', lazy: page(async () => (await import('./ledger/ledger-page.js')).LedgerPage) },
  {
    path: 'ledger/:memberId',
    lazy: page(async () => (await import('./ledger/ledger-page.js')).LedgerPage),
  },
  { path: 'badges', lazy: page(async () => (await import('./badge/badges-page.js')).BadgesPage) },
  { path: 'goals', lazy: page(async () => (await import('./goal/goals-page.js')).GoalsPage) },
  { path: 'deals', lazy: page(async () => (await import('./deal/deals-page.js')).DealsPage) },
  { path: 'deals/:id', lazy: page(async () => (await import('./deal/deal-page.js')).DealPage) },
  {
    path: 'import',
    lazy: page(async () => (await import('./import/imports-page.js')).ImportsPage),
  },
  {
    path: 'import/:id',
    lazy: page(async () => (await import('./import/import-page.js')).ImportPage),
  },
  {
    path: 'my-surveys/:waveId',
    lazy: page(async () => (await import('./survey-form/my-survey-page.js')).MySurveyPage),
  },
  {
    path: 'one-on-ones',
    lazy: page(async () => (await import('./one-on-one/one-on-ones-page.js')).OneOnOnesPage),
  },
  {
    path: 'one-on-ones/cadence',
    lazy: page(async () => (await import('./one-on-one/cadence-page.js')).CadencePage),
  },
  {
    path: 'one-on-ones/:id',
    lazy: page(async () => (await import('./one-on-one/series-page.js')).SeriesPage),
  },
  {
    path: 'one-on-ones/:id/:number',
    lazy: page(async () => (await import('./one-on-one/meeting-page.js')).MeetingPage),
  },
  { path: 'team', lazy: page(async () => (await import('./team/team-page.js')).TeamPage) },
  {
    path: 'scores',
    lazy: page(async () => (await import('./score/scores-page.js')).ScoresPage),
  },
  {
    path: 'surveys',
    lazy: page(async () => (await import('./survey/surveys-page.js')).SurveysPage),
  },
  {
    path: 'surveys/new',
    lazy: page(async () => (await import('./survey/survey-editor-page.js')).SurveyEditorPage),
  },
  {
    path: 'surveys/:id/edit',
    lazy: page(async () => (await import('./survey/survey-editor-page.js')).SurveyEditorPage),
  },
  {
    path: 'surveys/:id/waves/:waveId',
    lazy: page(async () => (await import('./survey/wave-page.js')).WavePage),
  },
  {
    path: 'survey-results',
    lazy: page(async () => (await import('./survey/results-page.js')).SurveyResultsPage),
  },
  {
    path: 'survey-results/:waveId',
    lazy: page(async () => (await import('./survey/wave-page.js')).WavePage),
  },
  { path: 'plans', lazy: page(async () => (await import('./plan/plans-page.js')).PlansPage) },
  {
    path: 'plans/:id/try',
    lazy: page(async () => (await import('./plan-trial/trial-page.js')).TrialPage),
  },
  {
    path: 'plans/new',
    lazy: page(async () => (await import('./plan/editor-page.js')).PlanEditorPage),
  },
  {
    path: 'plans/:id/edit',
    lazy: page(async () => (await import('./plan/editor-page.js')).PlanEditorPage),
  },
  {
    path: 'plans/:id/compare',
    lazy: page(async () => (await import('./plan/compare-page.js')).ComparePage),
  },
  { path: 'plans/:id', lazy: page(async () => (await import('./plan/plan-page.js')).PlanPage) },
  {
    path: 'statements',
    lazy: page(async () => (await import('./statement/statements-page.js')).StatementsPage),
  },
  {
    path: 'statements/:memberId',
    lazy: page(async () => (await import('./statement/statement-page.js')).StatementPage),
  },
  {
    path: 'crediting',
    lazy: page(async () => (await import('./crediting/crediting-page.js')).CreditingPage),
  },
  {
    path: 'exchange-rates',
    lazy: page(
      async () => (await import('./exchange-rate/exchange-rates-page.js')).ExchangeRatesPage,
    ),
  },
  {
    path: 'periods',
    lazy: page(async () => (await import('./period/periods-page.js')).PeriodsPage),
  },
  {
    path: 'periods/:name',
    lazy: page(async () => (await import('./period/period-page.js')).PeriodPage),
  },
  { path: 'audit', lazy: page(async () => (await import('./audit/audit-page.js')).AuditPage) },
  { path: 'people', lazy: page(async () => (await import('./people/people-page.js')).PeoplePage) },
  {
    path: 'settings',
    lazy: page(async () => (await import('./settings/settings-page.js')).SettingsPage),
  },
  {
    path: 'account',
    lazy: page(async () => (await import('./session/account-page.js')).AccountPage),
  },
  { path: '*', Component: LostPage },
];

/** Every address of the client. */
export const createRouter = () =>
  createBrowserRouter([
    {
      ErrorBoundary: BrokenPage,
      HydrateFallback: PageLoader,
      children: [
        { Component: SurveyFrame, children: linkPages },
        { Component: VisitorsOnly, children: visitorPages },
        { Component: MembersOnly, children: memberPages },
      ],
    },
  ]);
