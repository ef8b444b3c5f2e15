import { ActionIcon, Group, Select } from '@mantine/core';
import { kindOf, type PeriodKind } from '@laurel/shared/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format.js';
import { KindChoice } from './kind-choice.js';
import { kindsInUse, type PeriodChoice, type Periods, periodsOfKind } from './use-periods.js';

type Props = { choice: PeriodChoice; kinds?: readonly PeriodKind[] };

/** Month, quarter or year, and which one; with a step back and on. */
export function PeriodPicker({ choice, kinds }: Props) {
  const { t } = useTranslation('ui');
  const { period, periods, choose } = choice;
  if (!period || !periods) return null;
  const kind = kindOf(period);
  return (
    <Group gap="xs" role="group" aria-label={t('period.label')}>
      <KindChoice
        kinds={kinds ?? kindsInUse(periods)}
        value={kind}
        onChange={(next) => choose(sameTime(periods, period, next))}
      />
      <PeriodSteps names={namesOf(periods, kind, period)} period={period} choose={choose} />
    </Group>
  );
}

type StepProps = { names: string[]; period: string; choose: (name: string) => void };

/** Names are newest first: a step back in time is a step on in the list. */
function PeriodSteps({ names, period, choose }: StepProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const position = names.indexOf(period);
  const [newer, older] = [names[position - 1], names[position + 1]];
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('period.earlier')}
        disabled={!older}
        onClick={() => older && choose(older)}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <Select
        w={160}
        aria-label={t('period.which')}
        allowDeselect={false}
        checkIconPosition="right"
        value={period}
        onChange={(name) => name && choose(name)}
        data={names.map((value) => ({ value, label: format.period(value) }))}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('period.later')}
        disabled={!newer}
        onClick={() => newer && choose(newer)}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </Group>
  );
}

/** An address may name a period without deals; it is offered all the same. */
function namesOf(periods: Periods, kind: PeriodKind, chosen: string): string[] {
  const names = periodsOfKind(periods, kind).map(({ name }) => name);
  return names.includes(chosen) ? names : [...names, chosen].sort().toReversed();
}

/** The period of another kind that holds the first day of the one chosen; else the newest. */
function sameTime(periods: Periods, chosen: string, kind: PeriodKind): string {
  const start = periods.periods.find(({ name }) => name === chosen)?.from;
  const offered = periodsOfKind(periods, kind);
  const match = offered.find(({ from, to }) => start && from <= start && start < to);
  return (match ?? offered[0])?.name ?? chosen;
}
