import { SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayText, TimeText } from '../ui/index.js';
import type { Deal } from './deal-fields.js';

/** What is known of a deal, free attributes included; what is empty is left out. */
export function DealFacts({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deal');
  const attributes = Object.entries((deal.attributes ?? {}) as Record<string, unknown>);
  const facts: readonly (readonly [label: string, value: ReactNode])[] = [
    [t('column.owner'), deal.owner.name],
    [t('column.product'), deal.product?.name],
    [t('column.name'), deal.name],
    [t('column.stage'), deal.stage],
    [t('column.region'), deal.region],
    [t('column.createdOn'), deal.createdOn && <DayText day={deal.createdOn} />],
    [t('column.closedOn'), deal.closedOn && <DayText day={deal.closedOn} />],
    ...attributes.map(([name, value]) => [name, String(value)] as const),
    [t('column.updatedAt'), <TimeText key="updatedAt" at={deal.updatedAt} />],
  ];
  return (
    <SimpleGrid component="dl" cols={{ base: 2, xs: 3 }} spacing="md" m={0}>
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
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
