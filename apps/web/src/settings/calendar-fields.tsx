import { retailPatterns, weekStarts } from '@laurel/shared/core';
import { Checkbox, Group, Select, SimpleGrid } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Viewer } from '../session/session.js';

type Organization = Viewer['organization'];

export type CalendarValues = {
  fiscalYearStartMonth: string;
  halfMonths: boolean;
  retail: boolean;
  retailPattern: string;
  weekStart: Organization['weekStart'];
};

const retailKinds = ['retailMonth', 'retailQuarter', 'retailYear'] as const;

export const calendarValues = (organization: Organization): CalendarValues => ({
  fiscalYearStartMonth: String(organization.fiscalYearStartMonth),
  halfMonths: organization.periodKinds.includes('halfMonth'),
  retail: organization.periodKinds.includes('retailMonth'),
  retailPattern: organization.retailPattern,
  weekStart: organization.weekStart,
});

export const calendarInput = (values: CalendarValues) => ({
  fiscalYearStartMonth: Number(values.fiscalYearStartMonth),
  periodKinds: [
    ...(values.halfMonths ? (['halfMonth'] as const) : []),
    ...(values.retail ? retailKinds : []),
  ],
  retailPattern: values.retailPattern,
  weekStart: values.weekStart,
});

type Props<V extends CalendarValues> = { readonly form: UseFormReturnType<V> };

/** How the years are cut: where they begin, and which kinds of period are used beside months, quarters and years. */
export function CalendarFields<V extends CalendarValues>({ form }: Props<V>) {
  const { t, i18n } = useTranslation('settings');
  const { retail } = form.getValues();
  return (
    <>
      <Group gap="xl">
        <Checkbox
          label={t('halfMonths')}
          {...form.getInputProps('halfMonths', { type: 'checkbox' })}
        />
        <Checkbox label={t('retail')} {...form.getInputProps('retail', { type: 'checkbox' })} />
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          allowDeselect={false}
          label={t('fiscalYear')}
          data={months(i18n.language)}
          {...form.getInputProps('fiscalYearStartMonth')}
        />
        {retail && (
          <Select
            allowDeselect={false}
            label={t('retailPattern')}
            description={t('retailPatternLead')}
            inputWrapperOrder={['label', 'input', 'description']}
            data={[...retailPatterns]}
            {...form.getInputProps('retailPattern')}
          />
        )}
        {retail && (
          <Select
            allowDeselect={false}
            label={t('weekStart')}
            data={Object.entries(weekStarts).map(([value, day]) => ({
              value,
              label: weekdayName(day, i18n.language),
            }))}
            {...form.getInputProps('weekStart')}
          />
        )}
      </SimpleGrid>
    </>
  );
}

const months = (language: string) =>
  Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2026, month, 1),
    ),
  }));

/** 1 is Monday; the first of June 2026 is one. */
const weekdayName = (day: number, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, 5, day),
  );
