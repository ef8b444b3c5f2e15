import { monthStart } from '@laurel/shared/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useSignedIn } from '../session/session.js';
import { EmptyState, Loaded, MoneyBars, Skeletons, useFormat } from '../ui/index.js';
import { HomeCard } from './home-card.js';

const TeamTrendQuery = graphql(`
  query TeamTrend($teamId: ID!, $from: Day!, $to: Day!) {
    creditedByMonth(teamId: $teamId, from: $from, to: $to) {
      month
      credited
      deals
      currency
    }
  }
`);

type Months = ResultOf<typeof TeamTrendQuery>['creditedByMonth'];

/** What the reader's own team was credited in each of the last twelve months. */
export function TeamTrend() {
  const { t } = useTranslation('home');
  const { member } = useSignedIn();
  if (!member.team)
    return (
      <HomeCard title={t('trend.title')}>
        <EmptyState title={t('trend.noTeam')}>{t('trend.noTeamNext')}</EmptyState>
      </HomeCard>
    );
  return (
    <HomeCard title={t('trend.titleOf', { team: member.team.name })}>
      <Trend teamId={member.team.id} />
    </HomeCard>
  );
}

function Trend({ teamId }: { teamId: string }) {
  const today = new Date().toISOString().slice(0, 10);
  const range = { from: monthStart(today, -11), to: monthStart(today, 1) };
  const query = useQuery({ query: TeamTrendQuery, variables: { teamId, ...range } });
  return (
    <Loaded of={query} skeleton={<Skeletons rows={1} height={220} />}>
      {({ creditedByMonth }) => <TrendBars months={creditedByMonth} />}
    </Loaded>
  );
}

function TrendBars({ months }: { months: Months }) {
  const { t } = useTranslation('home');
  const { periodShort } = useFormat();
  if (!months.length) return <EmptyState title={t('trend.none')}>{t('trend.noneNext')}</EmptyState>;
  return (
    <MoneyBars
      series={t('trend.credited')}
      rows={months.map(({ month, credited, currency }, i) => ({
        name: periodShort(month),
        amount: credited,
        currency,
        marked: i === months.length - 1,
      }))}
    />
  );
}
