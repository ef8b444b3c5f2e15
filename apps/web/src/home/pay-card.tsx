import { kindOf } from '@laurel/shared/core';
import { Badge, Box, Text } from '@mantine/core';
import { IconReceipt2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type HistoryRow, useHistory, useStatementChange } from '../pay/statement.js';
import {
  chartValue,
  EmptyState,
  Loaded,
  MoneyText,
  Skeletons,
  Sparkline,
  useFormat,
} from '../ui/index.js';
import { HomeCard } from './home-card.js';
import classes from './home.module.css';

type Props = { memberId: string; period: string };

/** What this quarter has paid so far, beside the quarters before it. */
export function PayCard({ memberId, period }: Props) {
  const { t } = useTranslation('home');
  const query = useHistory(memberId);
  const [, refetch] = query;
  useStatementChange({ memberId }, () => refetch({ requestPolicy: 'network-only' }));
  return (
    <HomeCard title={t('pay.title')} to="/pay" toLabel={t('pay.all')}>
      <Loaded of={query} skeleton={<Skeletons rows={2} height={60} />}>
        {({ statementHistory }) => <Earned history={statementHistory} period={period} />}
      </Loaded>
    </HomeCard>
  );
}

function Earned({ history, period }: { history: HistoryRow[]; period: string }) {
  const { t } = useTranslation(['home', 'seen']);
  const format = useFormat();
  const sameKind = history.filter((row) => kindOf(row.period) === kindOf(period));
  const current = sameKind.find((row) => row.period === period);
  if (!current)
    return (
      <EmptyState icon={IconReceipt2} title={t('pay.none')}>
        {t('pay.noneNext')}
      </EmptyState>
    );
  const before = sameKind[sameKind.indexOf(current) - 1];
  return (
    <>
      <Text className={classes.big}>
        <MoneyText amount={current.earned} currency={current.currency} />
      </Text>
      <Text c="dimmed" mt={4}>
        {t('pay.in', { period: format.period(period) })}
      </Text>
      {current.changed && <Badge mt="xs">{t('seen:unread')}</Badge>}
      <Box my="md">
        <Sparkline
          label={t('pay.trend')}
          values={sameKind.slice(-8).map(({ earned, currency }) => chartValue(earned, currency))}
        />
      </Box>
      {before && (
        <Text size="sm" c="dimmed">
          {t('pay.before', {
            period: format.periodShort(before.period),
            amount: format.money(before.earned, before.currency, 'whole'),
          })}
        </Text>
      )}
    </>
  );
}
