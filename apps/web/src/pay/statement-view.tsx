import { Card, Grid, Text, Title } from '@mantine/core';
import { IconReceipt2 } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { LateChanges } from '../late-change/late-changes.js';
import { EmptyState, Loaded, MoneyText, TimeText, useFormat } from '../ui/index.js';
import { AttainmentBar } from './attainment-bar.js';
import { Lines } from './lines.js';
import classes from './pay.module.css';
import { Payout } from './payout.js';
import { Problems } from './problems.js';
import { Seen } from './seen.js';
import {
  type Statement,
  useHistory,
  useStatement,
  useStatementChange,
  type Whose,
} from './statement.js';
import { Trend } from './trend.js';
import { useChanged } from './use-changed.js';

/** A payee's statement of a period: total, attainment, trend, problems and every line; it changes while one looks. */
export function StatementView({ memberId, period }: Whose) {
  const { t } = useTranslation('pay');
  const query = useStatement({ memberId, period });
  const [, refetch] = query;
  const reload = useCallback(() => refetch({ requestPolicy: 'network-only' }), [refetch]);
  useStatementChange({ memberId, period }, reload);
  return (
    <Loaded of={query}>
      {({ statement }) =>
        statement ? (
          <>
            <Seen statement={statement} memberId={memberId} onSeen={reload} />
            <Problems problems={statement.problems} />
            <Grid gap="lg" mb="xl">
              <Grid.Col span={{ base: 12, md: 7 }}>
                <Figures statement={statement} />
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 5 }}>
                <TrendCard memberId={memberId} period={period} />
              </Grid.Col>
            </Grid>
            <LateChanges memberId={memberId} period={period} />
            <Lines memberId={memberId} period={period} />
          </>
        ) : (
          <EmptyState icon={IconReceipt2} title={t('none')}>
            {t('noneNext')}
          </EmptyState>
        )
      }
    </Loaded>
  );
}

function Figures({ statement }: { statement: Statement }) {
  const { t } = useTranslation('pay');
  const { number } = useFormat();
  const { earned, currency, dealCount, computedAt } = statement;
  const changed = useChanged(earned);
  return (
    <Card h="100%" component="section" aria-label={t('total')}>
      <Text c="dimmed">{t('total')}</Text>
      <div key={earned} className={classes.total} data-changed={changed || undefined}>
        <MoneyText amount={earned} currency={currency} />
      </div>
      <Text c="dimmed" mt={6} mb="lg">
        {dealCount > 0 && `${t('fromDeals', { count: dealCount, written: number(dealCount) })} · `}
        {t('computed')} <TimeText at={computedAt} />
      </Text>
      <AttainmentBar statement={statement} />
      <Payout statement={statement} />
    </Card>
  );
}

function TrendCard({ memberId, period }: Whose) {
  const { t } = useTranslation('pay');
  const query = useHistory(memberId);
  return (
    <Card h="100%">
      <Title order={2} mb="md">
        {t('trend')}
      </Title>
      <Loaded of={query}>
        {({ statementHistory }) => <Trend history={statementHistory} period={period} />}
      </Loaded>
    </Card>
  );
}
