import { Button, Select, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { isCurrency } from '@laurel/shared/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { useSignedIn } from '../session/session.js';
import { useSay } from '../ui/use-say.js';
import { CalendarFields, calendarInput, calendarValues } from './calendar-fields.js';

const SaveOrganization = graphql(`
  mutation SaveOrganization($input: OrganizationInput!) {
    saveOrganization(input: $input) {
      id
      name
      timeZone
      currency
      locale
      fiscalYearStartMonth
      periodKinds
      retailPattern
      weekStart
    }
  }
`);

/** Name, time zone, currency, language and fiscal year of the organisation. */
export function OrganizationForm() {
  const { t } = useTranslation(['settings', 'action']);
  const { organization } = useSignedIn();
  const { name, timeZone, currency, locale } = organization;
  const say = useSay();
  const [{ fetching }, save] = useMutation(SaveOrganization);
  const form = useForm({
    initialValues: {
      name,
      timeZone,
      currency,
      locale,
      ...calendarValues(organization),
    },
    validate: { currency: (value) => (isCurrency(value) ? null : t('badCurrency')) },
  });
  const submit = form.onSubmit(async (values) => {
    const { name, timeZone, currency, locale } = values;
    const input = { name, timeZone, currency, locale, ...calendarInput(values) };
    const { error } = await save({ input });
    if (error) say.problem(error);
    else say.done(t('saved'));
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={2} size="h3">
          {t('organization')}
        </Title>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput required maxLength={200} label={t('name')} {...form.getInputProps('name')} />
          <Select
            searchable
            nothingFoundMessage={t('action:nothingFound')}
            allowDeselect={false}
            label={t('timeZone')}
            data={timeZones(timeZone)}
            {...form.getInputProps('timeZone')}
          />
          <TextInput
            required
            maxLength={3}
            label={t('currency')}
            {...form.getInputProps('currency')}
            onChange={({ currentTarget }) =>
              form.setFieldValue('currency', currentTarget.value.toUpperCase())
            }
          />
          <Select
            allowDeselect={false}
            label={t('language')}
            data={[
              { value: 'en', label: 'English' },
              { value: 'de', label: 'Deutsch' },
            ]}
            {...form.getInputProps('locale')}
          />
        </SimpleGrid>
        <CalendarFields form={form} />
        <Button type="submit" loading={fetching} w="fit-content">
          {t('save')}
        </Button>
      </Stack>
    </form>
  );
}

const timeZones = (present: string): string[] => [
  ...new Set([present, 'UTC', ...Intl.supportedValuesOf('timeZone')]),
];
