import { SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText, TimeText } from '../ui/index.js';
import type { Deal } from './deal-fields.js';
import { useDealWords } from './deal-words.js';

/** What is known of a deal, free attributes included; what is empty is left out. */
export function DealFacts({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deal');
  const attributes = Object.entries((deal.attributes ?? {}) as Record<string, unknown>);
  const facts: readonly { label: string; value: ReactNode }[] = [
    { label: t('column.owner'), value: deal.owner.name },
    { label: t('split.shares'), value: deal.splits.length > 0 && <Shares deal={deal} /> },
    { label: t('column.product'), value: deal.product?.name },
    { label: t('column.name'), value: deal.name },
    { label: t('column.stage'), value: deal.stage },
    { label: t('column.region'), value: deal.region },
    { label: t('column.createdOn'), value: deal.createdOn && <DayText day={deal.createdOn} /> },
    { label: t('column.closedOn'), value: deal.closedOn && <DayText day={deal.closedOn} /> },
    { label: t('column.bookedOn'), value: deal.bookedOn && <DayText day={deal.bookedOn} /> },
    { label: t('column.invoicedOn'), value: deal.invoicedOn && <DayText day={deal.invoicedOn} /> },
    {
      label: t('column.contractMonths'),
      value: deal.contractMonths && t('months', { count: deal.contractMonths }),
    },
    ...attributes.map(([label, value]) => ({ label, value: String(value) })),
    { label: t('column.updatedAt'), value: <TimeText at={deal.updatedAt} /> },
  ];
  return (
    <SimpleGrid component="dl" cols={{ base: 2, xs: 3 }} spacing="md" m={0}>
      {facts
        .filter(({ value }) => value)
        .map(({ label, value }) => (
          <div key={label}>
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <Text component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </div>
        ))}
    </SimpleGrid>
  );
}

function Shares({ deal }: { deal: Deal }) {
  const { shareText } = useDealWords();
  return deal.splits.map((split) => (
    <div key={`${split.kind} ${split.payee.id}`}>{shareText(split)}</div>
  ));
}
