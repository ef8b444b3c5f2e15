import { Button, Checkbox, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { isCurrency, type Role, roles } from '@laurel/shared/core';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { DayInput } from '../ui/day-input.js';
import type { Person } from './person-fields.js';
import { inputOf, useSavePerson } from './use-save-person.js';

type Props = { readonly person?: Person; readonly opened: boolean; readonly onClose: () => void };

/** Adds a person, or changes what is known of one. */
export function PersonForm({ person, opened, onClose }: Props) {
  const { t } = useTranslation(['people', 'action']);
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t(person ? 'form.edit' : 'form.add')}
    >
      <Fields person={person} onClose={onClose} />
    </Dialog>
  );
}

type Values = {
  name: string;
  email: string;
  role: Role;
  hr: boolean;
  region: string;
  currency: string;
  hiredOn: string | null;
  leftOn: string | null;
};

function Fields({ person, onClose }: { person: Person | undefined; onClose: () => void }) {
  const { t } = useTranslation(['people', 'action', 'shell']);
  const { busy, savePerson } = useSavePerson();
  const form = usePersonForm(person);
  const save = async (values: Values) => {
    const region = values.region.trim() || null;
    const input = { ...(person && inputOf(person)), ...values, region };
    if (await savePerson(input, t('said.saved', { name: values.name }))) onClose();
  };
  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t('column.name')}
            required
            data-autofocus
            maxLength={200}
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('column.email')}
            type="email"
            required
            maxLength={250}
            {...form.getInputProps('email')}
          />
          <Select
            label={t('column.role')}
            allowDeselect={false}
            data={roles.map((value) => ({ value, label: t(`shell:role.${value}`) }))}
            {...form.getInputProps('role')}
          />
          <TextInput
            label={t('column.currency')}
            description={t('form.currencyLead')}
            maxLength={3}
            {...form.getInputProps('currency')}
            onChange={({ currentTarget }) =>
              form.setFieldValue('currency', currentTarget.value.toUpperCase())
            }
          />
          <DayInput label={t('column.hiredOn')} clearable {...form.getInputProps('hiredOn')} />
          <DayInput label={t('column.leftOn')} clearable {...form.getInputProps('leftOn')} />
          <TextInput
            label={t('column.region')}
            description={t('form.regionLead')}
            maxLength={100}
            {...form.getInputProps('region')}
          />
        </SimpleGrid>
        <Checkbox
          label={t('form.hr')}
          description={t('form.hrLead')}
          {...form.getInputProps('hr', { type: 'checkbox' })}
        />
        <DialogFooter onCancel={onClose}>
          <Button type="submit" loading={busy}>
            {t('action:save')}
          </Button>
        </DialogFooter>
      </Stack>
    </form>
  );
}

function usePersonForm(person: Person | undefined) {
  const { t } = useTranslation(['people', 'action']);
  const { organization } = useSignedIn();
  return useForm<Values>({
    initialValues: {
      name: person?.name ?? '',
      email: person?.email ?? '',
      role: person?.role ?? 'rep',
      hr: person?.hr ?? false,
      region: person?.region ?? '',
      currency: person?.currency ?? organization.currency,
      hiredOn: person?.hiredOn ?? null,
      leftOn: person?.leftOn ?? null,
    },
    validate: {
      name: (value) => (value.trim() ? null : t('action:required')),
      email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('form.badEmail')),
      currency: (value) => (isCurrency(value) ? null : t('form.badCurrency')),
    },
  });
}
