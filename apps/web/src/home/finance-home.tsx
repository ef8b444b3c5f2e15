import { Badge, Grid, Group, Stack, Text } from '@mantine/core';
import { IconReceipt2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import {
  currentOf,
  EmptyState,
  Loaded,
  MoneyText,
  PersonAvatar,
  useFormat,
  usePeriodChoice,
} from '../ui/index.js';
import { HomeCard } from './home-card.js';
import { OpenProblems } from './open-problems.js';
import { PendingWork } from './pending-work.js';
import { PeriodTotals } from './period-totals.js';

const PeriodStatementsQuery = graphql(`
  query PeriodStatements($period: String!) {
    statements(period: $period, page: { first: 200, offset: 0 }) {
      total
      totals {
        currency
        credited
        earned
        count
      }
      rows {
        id
        period
        currency
        earned
        attainment
        computedAt
        payee {
          id
          name
        }
        problems {
          code
          message
          dealId
        }
      }
    }
  }
`);

export type PeriodStatements = ResultOf<typeof PeriodStatementsQuery>['statements'];

/** Finance's start: the quarter's totals, what is open, and the statements that changed last. */
export function FinanceHome() {
  const { query } = usePeriodChoice();
  return (
    <Loaded of={query}>{(periods) => <Quarter period={currentOf(periods, 'quarter')} />}</Loaded>
  );
}

function Quarter({ period }: { period: string }) {
  const query = useQuery({ query: PeriodStatementsQuery, variables: { period } });
  return (
    <Loaded of={query}>
      {({ statements }) => (
        <Grid gap="lg">
          <Grid.Col span={12}>
            <PeriodTotals period={period} statements={statements} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7 }}>
            <RecentStatements period={period} statements={statements} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Stack gap="lg">
              <PendingWork />
              <OpenProblems period={period} statements={statements} />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </Loaded>
  );
}

const recent = 6;

function RecentStatements({
  period,
  statements,
}: {
  period: string;
  statements: PeriodStatements;
}) {
  const { t } = useTranslation('home');
  const rows = statements.rows
    .toSorted((a, b) => b.computedAt.localeCompare(a.computedAt))
    .slice(0, recent);
  return (
    <HomeCard
      title={t('recent.title')}
      to={`/statements?period=${period}`}
      toLabel={t('recent.all')}
    >
      {rows.length ? (
        <Stack gap="sm">
          {rows.map((row) => (
            <StatementRow key={row.id} row={row} />
          ))}
        </Stack>
      ) : (
        <EmptyState icon={IconReceipt2} title={t('recent.none')}>
          {t('recent.noneNext')}
        </EmptyState>
      )}
    </HomeCard>
  );
}

function StatementRow({ row }: { row: PeriodStatements['rows'][number] }) {
  const { t } = useTranslation('home');
  const { percent } = useFormat();
  const { payee, period, earned, currency, attainment, problems } = row;
  return (
    <Group wrap="nowrap" gap="sm">
      <PersonAvatar name={payee.name} size={34} />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Anchor
          component={Link}
          to={`/statements/${payee.id}?period=${period}`}
          c="inherit"
          fw={500}
        >
          {payee.name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {attainment !== null && t('recent.attained', { percent: percent(attainment) })}
        </Text>
      </div>
      {problems.length > 0 && (
        <Badge color="gold">{t('recent.problems', { count: problems.length })}</Badge>
      )}
      <Text fw={600}>
        <MoneyText amount={earned} currency={currency} />
      </Text>
    </Group>
  );
}
