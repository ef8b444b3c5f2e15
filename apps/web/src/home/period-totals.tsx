import { Card, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoneyText, useFormat } from '../ui/index.js';
import type { PeriodStatements } from './finance-home.js';
import classes from './home.module.css';

/** What a period adds up to, for each currency. */
export function PeriodTotals({
  period,
  statements,
}: {
  period: string;
  statements: PeriodStatements;
}) {
  const { t } = useTranslation('home');
  const format = useFormat();
  return (
    <>
      {statements.totals.map(({ currency, credited, earned, count }) => (
        <SimpleGrid key={currency} cols={{ base: 1, sm: 3 }} spacing="lg" mb="md">
          <Tile name={t('totals.earned', { period: format.period(period) })}>
            <MoneyText amount={earned} currency={currency} />
          </Tile>
          <Tile name={t('totals.credited')}>
            <MoneyText amount={credited} currency={currency} style="whole" />
          </Tile>
          <Tile name={t('totals.statements')}>{format.number(count)}</Tile>
        </SimpleGrid>
      ))}
    </>
  );
}

function Tile({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <Card className={classes.tile}>
      <Text c="dimmed">{name}</Text>
      <Text className={classes.big} fz={{ base: 28, lg: 34 }}>
        {children}
      </Text>
    </Card>
  );
}
