import { monthStart, periodRange } from '@laurel/shared/core';
import { Card, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { calendarOf, useSignedIn } from '../session/session.js';
import { Loaded, MoneyBars, Skeletons, useFormat } from '../ui/index.js';

const TeamMonths = graphql(`
  query TeamMonths($teamId: ID!, $from: Day!, $to: Day!) {
    creditedByMonth(teamId: $teamId, from: $from, to: $to) {
      month
      credited
      currency
    }
  }
`);

const monthsShown = 12;

/** What the team sold month by month up to the end of the period; its own months in gold. */
export function TeamTrend({ teamId, period }: { teamId: string; period: string }) {
  const { t } = useTranslation('team');
  const { periodShort } = useFormat();
  const { organization } = useSignedIn();
  const range = periodRange(period, calendarOf(organization));
  const months = useQuery({
    query: TeamMonths,
    variables: { teamId, from: monthStart(range.to, -monthsShown), to: range.to },
  });
  return (
    <Card h="100%" component="section">
      <Title order={2} mb="md">
        {t('trend')}
      </Title>
      <Loaded of={months} skeleton={<Skeletons rows={1} height={200} />}>
        {({ creditedByMonth: rows }) =>
          rows.length === 0 ? (
            <Text c="dimmed">{t('noTrend')}</Text>
          ) : (
            <MoneyBars
              series={t('credited')}
              height={200}
              rows={rows.map(({ month, credited, currency }) => ({
                name: periodShort(month),
                amount: credited,
                currency,
                marked: `${month}-01` >= range.from,
              }))}
            />
          )
        }
      </Loaded>
    </Card>
  );
}
