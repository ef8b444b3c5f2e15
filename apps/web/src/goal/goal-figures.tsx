import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import classes from './goal.module.css';
import type { Goal } from './goal.js';

/** Reached, expected and still needed, as figures. */
export function GoalFigures({ goal }: { goal: Goal }) {
  const { t } = useTranslation('goal');
  const { money, number } = useFormat();
  const { actual, target, projection, neededPerDay, remainingDays, currency } = goal;
  const amount = (minor: string) => money(minor, currency, 'whole');
  return (
    <dl className={classes.figures}>
      <Figure name={t('credited')} value={amount(actual)} />
      {target && <Figure name={t('quota')} value={amount(target)} />}
      {projection && <Figure name={t('projection')} value={amount(projection)} />}
      {neededPerDay && neededPerDay !== '0' && (
        <Figure name={t('perDay')} value={amount(neededPerDay)} />
      )}
      <Figure name={t('daysLeft')} value={number(remainingDays)} />
    </dl>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} fw={600} className="figure">
        {value}
      </Text>
    </div>
  );
}
