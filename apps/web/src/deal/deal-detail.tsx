import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { EmptyState, Loaded, MoneyText } from '../ui/index.js';
import { DealActions } from './deal-actions.js';
import { DealFacts } from './deal-facts.js';
import { DealFields } from './deal-fields.js';
import { DealCredits } from './deal-credits.js';
import { DealCancellation } from './deal-cancellation.js';
import { DealPay } from './deal-pay.js';
import { DealPayments } from './deal-payments.js';
import { DealStatusBadge } from './deal-status.js';
import { PaymentFields } from './use-payments.js';

const DealQuery = graphql(
  `
    query Deal($id: ID!) {
      deal(id: $id) {
        ...DealFields
        payments {
          ...PaymentFields
        }
        credits {
          id
          kind
          level
          amount
          currency
          creditedOn
          datedBy
          part
          rule
          payee {
            id
            name
          }
        }
        awaitedCredits {
          kind
          awaits
          amount
          currency
          payee {
            id
            name
          }
        }
      }
    }
  `,
  [DealFields, PaymentFields],
);

export type DealWithCredits = NonNullable<ResultOf<typeof DealQuery>['deal']>;

/** Everything about one deal: what it is, who is credited, and what it paid. */
export function DealDetail({ id, onRemoved }: { id: string; onRemoved: () => void }) {
  const { t } = useTranslation('deal');
  const deal = useQuery({ query: DealQuery, variables: { id } });
  return (
    <Loaded of={deal}>
      {({ deal }) =>
        deal ? (
          <Stack gap="xl">
            <Head deal={deal} />
            <DealActions deal={deal} onRemoved={onRemoved} />
            <DealFacts deal={deal} />
            {deal.status === 'won' && <DealCancellation deal={deal} />}
            {deal.status === 'won' && <DealPayments deal={deal} payments={deal.payments} />}
            {deal.status === 'won' && <DealCredits deal={deal} />}
            {deal.status === 'won' && <DealPay dealId={deal.id} />}
          </Stack>
        ) : (
          <EmptyState title={t('gone')}>{t('goneLead')}</EmptyState>
        )
      }
    </Loaded>
  );
}

function Head({ deal }: { deal: DealWithCredits }) {
  return (
    <div>
      <Group gap="sm">
        <DealStatusBadge status={deal.status} />
        <Text size="sm" c="dimmed">
          {deal.externalId}
        </Text>
      </Group>
      <Title order={2} mt="xs">
        {deal.account?.name ?? deal.name}
      </Title>
      <Text fz={28} fw={650} mt={4}>
        <MoneyText amount={deal.amount} currency={deal.currency} />
      </Text>
    </div>
  );
}
