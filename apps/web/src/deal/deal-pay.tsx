import { Button, Card, Collapse, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { LineFields } from '../pay/statement.js';
import { Why } from '../pay/why.js';
import { MoneyText, useFormat } from '../ui/index.js';

const EarningsOfDeal = graphql(
  `
    query EarningsOfDeal($dealId: ID!) {
      earningsOfDeal(dealId: $dealId) {
        ...LineFields
        period
        payee {
          id
          name
        }
      }
    }
  `,
  [LineFields],
);

type Earning = ResultOf<typeof EarningsOfDeal>['earningsOfDeal'][number];

/** What a won deal paid, line by line; nothing for those who may not see the pay it made. */
export function DealPay({ dealId }: { dealId: string }) {
  const { t } = useTranslation('deal');
  const [{ data }] = useQuery({ query: EarningsOfDeal, variables: { dealId } });
  if (!data) return null;
  return (
    <section>
      <Title order={3} mb="xs">
        {t('pay.title')}
      </Title>
      {data.earningsOfDeal.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('pay.none')}
        </Text>
      )}
      <Stack gap="sm">
        {data.earningsOfDeal.map((earning) => (
          <EarningCard key={earning.id} earning={earning} />
        ))}
      </Stack>
    </section>
  );
}

function EarningCard({ earning }: { earning: Earning }) {
  const { t } = useTranslation(['deal', 'pay']);
  const { period } = useFormat();
  const [open, { toggle }] = useDisclosure();
  const { payee, kind, amount, currency } = earning;
  return (
    <Card padding="sm">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text fw={500}>{payee.name}</Text>
          <Text size="sm" c="dimmed">
            {t(`pay:kind.${kind}`)} · {period(earning.period)}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          <Text fw={600} span>
            <MoneyText amount={amount} currency={currency} />
          </Text>
          <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={toggle}>
            {t('pay:why')}
          </Button>
        </Group>
      </Group>
      <Collapse expanded={open} pt={open ? 'sm' : 0}>
        <Why line={earning} />
      </Collapse>
    </Card>
  );
}
