import { NumberInput, Select, SimpleGrid, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../ui/day-input.js';
import { cadences } from './survey-draft.js';
import type { DraftForm } from './survey-editor.js';

const hours = Array.from({ length: 24 }, (_, hour) => String(hour));

/** Name, rhythm, first day, hour and how long each wave is open. */
export function ScheduleFields({ form }: { form: DraftForm }) {
  const { t } = useTranslation('survey');
  return (
    <>
      <TextInput label={t('field.name')} required maxLength={200} {...form.getInputProps('name')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('field.cadence')}
          allowDeselect={false}
          data={cadences.map((value) => ({ value, label: t(`cadence.${value}`) }))}
          {...form.getInputProps('cadence')}
        />
        <DayInput label={t('field.anchor')} required {...form.getInputProps('anchor')} />
        <Select
          label={t('field.hour')}
          description={t('field.hourLead')}
          allowDeselect={false}
          data={hours.map((value) => ({ value, label: t('hour', { hour: value }) }))}
          value={String(form.values.hour)}
          onChange={(hour) => form.setFieldValue('hour', Number(hour))}
        />
        <NumberInput
          label={t('field.openDays')}
          description={t('field.openDaysLead')}
          min={1}
          max={60}
          clampBehavior="strict"
          {...form.getInputProps('openDays')}
        />
      </SimpleGrid>
      <Switch
        label={t('field.waitForShare')}
        description={t('field.waitForShareLead')}
        {...form.getInputProps('waitForShare', { type: 'checkbox' })}
      />
    </>
  );
}
