import { kindOf } from '@laurel/shared/core';
import { useTranslation } from 'react-i18next';
import { MoneyBars, useFormat } from '../ui/index.js';
import type { HistoryRow } from './statement.js';

const periodsShown = 12;

/** What was earned period by period, the period on view in gold; nothing before there are two. */
export function Trend({ history, period }: { history: HistoryRow[]; period: string }) {
  const { t } = useTranslation('pay');
  const { periodShort } = useFormat();
  const rows = history.filter((row) => kindOf(row.period) === kindOf(period)).slice(-periodsShown);
  if (rows.length < 2) return null;
  return (
    <MoneyBars
      series={t('earned')}
      height={180}
      rows={rows.map(({ period: name, earned, currency }) => ({
        name: periodShort(name),
        amount: earned,
        currency,
        marked: name === period,
      }))}
    />
  );
}
