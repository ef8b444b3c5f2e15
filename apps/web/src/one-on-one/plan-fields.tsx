import { rhythms, type Rhythm } from '@laurel/one-on-one/core';
import { Group, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import type { UseFormReturnType } from '@mantine/form';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../ui/day-input.js';
import { useRhythmText } from './rhythm-text.js';

/** When two people meet, as it stands in a form. */
export type Plan = {
  rhythm: Rhythm;
  anchor: string | null;
  time: string;
  minutes: number;
  timeZone: string;
};

type Props<P extends Plan> = {
  readonly form: UseFormReturnType<P>;
  readonly anchorLabel: string;
};

/** How often, from which day, at what time and where the clock is. */
export function PlanFields<P extends Plan>({ form, anchorLabel }: Props<P>) {
  const { t } = useTranslation(['one-on-one', 'action']);
  const rhythmText = useRhythmText();
  const rhythmLabel = useId();
  const { anchor, time, rhythm, timeZone } = form.values;
  return (
    <Stack>
      <div>
        <Text size="sm" fw={500} mb={4} id={rhythmLabel}>
          {t('start.rhythm')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby={rhythmLabel}
          data={rhythms.map((value) => ({ value, label: t(`rhythm.${value}`) }))}
          {...form.getInputProps('rhythm')}
        />
      </div>
      <Group grow align="flex-start">
        <DayInput label={anchorLabel} required {...form.getInputProps('anchor')} />
        <TimeInput label={t('start.time')} required {...form.getInputProps('time')} />
      </Group>
      <Group grow align="flex-start">
        <NumberInput
          label={t('start.minutes')}
          min={5}
          max={480}
          step={5}
          clampBehavior="blur"
          {...form.getInputProps('minutes')}
        />
        <Select
          label={t('start.timeZone')}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t('action:nothingFound')}
          data={timeZones(timeZone)}
          {...form.getInputProps('timeZone')}
        />
      </Group>
      {anchor && time && (
        <Text size="sm" c="dimmed" aria-live="polite">
          {rhythmText({ rhythm, anchor, time })}
        </Text>
      )}
    </Stack>
  );
}

/** Every zone this browser knows, and the one that is set. */
const timeZones = (own: string): string[] => [
  ...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')]),
];

/** The plan as it is sent. */
export const planInput = ({ rhythm, anchor, time, minutes, timeZone }: Plan) => ({
  rhythm,
  time,
  timeZone,
  anchor: anchor!,
  minutes: Number(minutes) || 30,
});
