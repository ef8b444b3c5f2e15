import { Anchor, Group, Stack, Table, Text } from '@mantine/core';
import { IconReceipt2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { type ResultOf, graphql } from '../graphql/graphql.js';
import { EmptyState, Loaded, MoneyText, Pager, type PageWindow, useFormat } from '../ui/index.js';
import type { StatementFilter } from './statement-filters.js';

const StatementsQuery = graphql(`
  query Statements($period: String!, $search: String, $teamId: ID, $page: PageInput) {
    statements(period: $period, search: $search, teamId: $teamId, page: $page) {
      total
      totals {
        currency
        credited
        earned
        payout
        count
      }
      rows {
        id
        payee {
          id
          name
        }
        team {
          id
          name
        }
        currency
        credited
        attainment
        earned
        payout
        paidIn {
          currency
          amount
        }
        changed
        dealCount
        problems {
          code
        }
      }
    }
  }
`);

type Statements = ResultOf<typeof StatementsQuery>['statements'];

type Props = StatementFilter & { readonly period: string };

/** One row for each payee, and above them the sums of all that match, page or not. */
export function StatementList({ period, search, teamId }: Props) {
  const { t } = useTranslation('statement');
  const [page, setPage] = useState<PageWindow>({ first: 50, offset: 0 });
  const query = useQuery({
    query: StatementsQuery,
    variables: { period, search: search || null, teamId, page },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Loaded of={query}>
      {({ statements }) =>
        statements.total ? (
          <>
            <Totals totals={statements.totals} />
            <Rows rows={statements.rows} period={period} />
            <Pager page={page} total={statements.total} onPage={setPage} />
          </>
        ) : (
          <EmptyState icon={IconReceipt2} title={t('none')}>
            {t(search || teamId ? 'noneFound' : 'noneNext')}
          </EmptyState>
        )
      }
    </Loaded>
  );
}

function Totals({ totals }: { totals: Statements['totals'] }) {
  const { t } = useTranslation('statement');
  return totals.map(({ currency, credited, earned, payout, count }) => (
    <Group key={currency} gap="xl" mb="md">
      {(
        [
          ['earned', <MoneyText amount={earned} currency={currency} key="earned" />],
          ['payout', <MoneyText amount={payout} currency={currency} key="payout" />],
          ['credited', <MoneyText amount={credited} currency={currency} key="credited" />],
          ['payees', count],
        ] as const
      ).map(([key, value]) => (
        <Stack key={key} gap={0}>
          <Text size="sm" c="dimmed">
            {t(key)}
          </Text>
          <Text fw={600} size="lg" className="figure">
            {value}
          </Text>
        </Stack>
      ))}
    </Group>
  ));
}

function Rows({ rows, period }: { rows: Statements['rows']; period: string }) {
  const { t } = useTranslation('statement');
  return (
    <Table verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('payee')}</Table.Th>
          <Table.Th visibleFrom="md">{t('team')}</Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            {t('deals')}
          </Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            {t('credited')}
          </Table.Th>
          <Table.Th ta="right" visibleFrom="sm">
            {t('attainment')}
          </Table.Th>
          <Table.Th ta="right">{t('earned')}</Table.Th>
          <Table.Th ta="right" visibleFrom="md">
            {t('payout')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <StatementRow key={row.id} row={row} period={period} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

type RowProps = { row: Statements['rows'][number]; period: string };

/** A payee's figures; on a phone the team stands below the name. */
function StatementRow({ row, period }: RowProps) {
  const { t } = useTranslation('statement');
  const { percent } = useFormat();
  const { payee, team, currency, credited, attainment, earned, payout, dealCount } = row;
  const { problems, changed, paidIn } = row;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/statements/${payee.id}?period=${period}`}>
          {payee.name}
        </Anchor>
        <Text size="sm" c="dimmed" hiddenFrom="md">
          {team?.name}
        </Text>
        {problems.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('problems', { count: problems.length })}
          </Text>
        )}
        {changed && (
          <Text size="sm" c="dimmed">
            {t('changed')}
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="md" c="dimmed">
        {team?.name}
      </Table.Td>
      <Table.Td ta="right" visibleFrom="sm">
        {dealCount}
      </Table.Td>
      <Table.Td ta="right" visibleFrom="sm">
        <MoneyText amount={credited} currency={currency} />
      </Table.Td>
      <Table.Td ta="right" visibleFrom="sm">
        {attainment === null ? '–' : percent(attainment)}
      </Table.Td>
      <Table.Td ta="right">
        <MoneyText amount={earned} currency={currency} />
      </Table.Td>
      <Table.Td ta="right" visibleFrom="md">
        <MoneyText amount={payout} currency={currency} />
        {paidIn && (
          <Text size="sm" c="dimmed">
            {paidIn.amount === null ? (
              t('noPayoutRate', { currency: paidIn.currency })
            ) : (
              <MoneyText amount={paidIn.amount} currency={paidIn.currency} />
            )}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
