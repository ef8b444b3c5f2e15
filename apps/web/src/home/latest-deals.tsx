import { Anchor, Group, Stack, Text } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useStatementChange } from '../pay/statement.js';
import { DayText, EmptyState, Loaded, MoneyText, Skeletons } from '../ui/index.js';
import { DealPaid } from './deal-paid.js';
import { HomeCard } from './home-card.js';

const LatestDealsQuery = graphql(`
  query LatestDeals($filter: DealFilter!) {
    deals(
      filter: $filter
      sort: { field: "closedOn", direction: desc }
      page: { first: 5, offset: 0 }
    ) {
      total
      rows {
        id
        name
        amount
        currency
        closedOn
        account {
          id
          name
        }
        product {
          id
          name
        }
      }
    }
  }
`);

type Deal = ResultOf<typeof LatestDealsQuery>['deals']['rows'][number];

/** The deals won last, each with what it paid. */
export function LatestDeals({ memberId }: { memberId: string }) {
  const { t } = useTranslation('home');
  const query = useQuery({
    query: LatestDealsQuery,
    variables: { filter: { ownerId: memberId, status: ['won'] } },
  });
  const [, refetch] = query;
  useStatementChange({ memberId }, () => refetch({ requestPolicy: 'network-only' }));
  return (
    <HomeCard title={t('deals.title')} to="/deals" toLabel={t('deals.all')}>
      <Loaded of={query} skeleton={<Skeletons rows={4} />}>
        {({ deals }) =>
          deals.rows.length ? (
            <Stack gap="md">
              {deals.rows.map((deal) => (
                <DealRow key={deal.id} deal={deal} />
              ))}
            </Stack>
          ) : (
            <EmptyState icon={IconBuildingBank} title={t('deals.none')}>
              {t('deals.noneNext')}
            </EmptyState>
          )
        }
      </Loaded>
    </HomeCard>
  );
}

function DealRow({ deal }: { deal: Deal }) {
  const { t } = useTranslation('home');
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <div style={{ minWidth: 0 }}>
        <Anchor component={Link} to={`/deals/${deal.id}`} fw={600} c="inherit">
          {deal.account?.name ?? deal.name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {deal.product?.name ?? deal.name} · <DayText day={deal.closedOn} />
        </Text>
      </div>
      <div style={{ textAlign: 'end' }}>
        <Text size="sm" c="dimmed">
          <MoneyText amount={deal.amount} currency={deal.currency} style="whole" />
        </Text>
        <Text size="sm">
          {t('deals.paid')} <DealPaid dealId={deal.id} />
        </Text>
      </div>
    </Group>
  );
}
