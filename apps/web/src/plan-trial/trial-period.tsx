import type { PeriodKind } from '@laurel/shared/core';
import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PeriodPicker, type PeriodChoice } from '../ui/index.js';
import { DayInput } from '../ui/day-input.js';

type Props = {
  readonly choice: PeriodChoice & { readonly period: string };
  readonly kind: PeriodKind;
  readonly from: string | null;
  readonly onFrom: (day: string | null) => void;
};

/** On which period a plan is tried, and from which of its days; from the first when none is given. */
export function TrialPeriod({ choice, kind, from, onFrom }: Props) {
  const { t } = useTranslation('plan-trial');
  const period = choice.periods?.periods.find(({ name }) => name === choice.period);
  const choose = (name: string) => {
    onFrom(null);
    choice.choose(name);
  };
  return (
    <Group gap="sm">
      <DayInput
        w={170}
        aria-label={t('from')}
        placeholder={t('fromStart')}
        clearable
        {...(period && { minDate: period.from, maxDate: lastDay(period.to) })}
        value={from}
        onChange={onFrom}
      />
      <PeriodPicker choice={{ ...choice, choose }} kinds={[kind]} />
    </Group>
  );
}

/** The day before the one on which the next period starts. */
function lastDay(to: string): string {
  const day = new Date(`${to}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
