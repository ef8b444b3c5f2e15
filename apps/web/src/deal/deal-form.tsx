import { Button, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { MemberSelect } from '../people/member-select.js';
import { useSignedIn } from '../session/session.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { DayInput } from '../ui/day-input.js';
import { MoneyInput } from '../ui/money-input.js';
import { type Deal, statuses } from './deal-fields.js';
import { dealInput, type DealValues, valuesOf } from './deal-values.js';
import { MeanwhileNotice } from './meanwhile-notice.js';
import { useMeanwhile } from './use-meanwhile.js';

const Products = graphql(`
  query Products {
    products {
      id
      name
    }
  }
`);

type Props = { readonly deal?: Deal; readonly opened: boolean; readonly onClose: () => void };

/** Enters a new deal, or changes one. */
export function DealForm({ deal, opened, onClose }: Props) {
  const { t } = useTranslation(['deal', 'action']);
  return (
    <Dialog opened={opened} onClose={onClose} size="lg" title={t(deal ? 'form.edit' : 'form.add')}>
      <Fields deal={deal} onClose={onClose} />
    </Dialog>
  );
}

function Fields({ deal, onClose }: { deal: Deal | undefined; onClose: () => void }) {
  const { t } = useTranslation(['deal', 'action']);
  const { form, busy, save, ...meanwhile } = useDealForm(deal);
  const submit = async (values: DealValues) => {
    const message = t(deal ? 'said.saved' : 'said.added', { deal: values.externalId });
    if (await save(dealInput(values, meanwhile.now), message)) onClose();
  };
  const text = (name: 'account' | 'name' | 'region' | 'stage') => (
    <TextInput label={t(`column.${name}`)} maxLength={200} {...form.getInputProps(name)} />
  );
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t('column.externalId')}
            description={deal ? undefined : t('form.externalIdLead')}
            required
            readOnly={deal !== undefined}
            maxLength={100}
            data-autofocus
            {...form.getInputProps('externalId')}
          />
          {text('account')}
          <OwnerField form={form} />
          <ProductField form={form} />
          <MoneyInput
            label={t('column.amount')}
            required
            currency={form.values.price.currency}
            {...form.getInputProps('price.amount')}
          />
          <Select
            label={t('column.status')}
            allowDeselect={false}
            data={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
            {...form.getInputProps('status')}
          />
          <DayInput label={t('column.createdOn')} clearable {...form.getInputProps('createdOn')} />
          <DayInput
            label={t('column.closedOn')}
            clearable
            required={form.values.status === 'won'}
            {...form.getInputProps('closedOn')}
          />
          <DayInput label={t('column.bookedOn')} clearable {...form.getInputProps('bookedOn')} />
          <DayInput
            label={t('column.invoicedOn')}
            clearable
            {...form.getInputProps('invoicedOn')}
          />
          <NumberInput
            label={t('column.contractMonths')}
            allowDecimal={false}
            allowNegative={false}
            min={1}
            max={1200}
            {...form.getInputProps('contractMonths')}
          />
          {text('stage')}
          {text('region')}
        </SimpleGrid>
        {text('name')}
        <MeanwhileNotice {...meanwhile} />
        <DialogFooter onCancel={onClose}>
          <Button type="submit" loading={busy}>
            {t('action:save')}
          </Button>
        </DialogFooter>
      </Stack>
    </form>
  );
}

type FormProps = { form: ReturnType<typeof useDealForm>['form'] };

function OwnerField({ form }: FormProps) {
  const { t } = useTranslation('deal');
  return <MemberSelect label={t('column.owner')} required {...form.getInputProps('owner')} />;
}

function ProductField({ form }: FormProps) {
  const { t } = useTranslation('deal');
  const [{ data }] = useQuery({ query: Products });
  return (
    <Select
      label={t('column.product')}
      data={data?.products.map(({ name }) => name) ?? []}
      searchable
      clearable
      {...form.getInputProps('product')}
    />
  );
}

function useDealForm(deal: Deal | undefined) {
  const { t } = useTranslation('action');
  const viewer = useSignedIn();
  const needed = (value: string | null) => (value?.trim() ? null : t('required'));
  const form = useForm<DealValues>({
    initialValues: valuesOf(deal, viewer),
    validate: {
      externalId: needed,
      owner: needed,
      price: { amount: (value) => (value === null ? t('required') : null) },
      closedOn: (value, { status }) => (status === 'won' ? needed(value) : null),
    },
  });
  return { form, ...useMeanwhile(deal, (deal) => valuesOf(deal, viewer), form) };
}
