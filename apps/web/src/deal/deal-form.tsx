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
import { type Deal, type DealStatus, statuses } from './deal-fields.js';
import { type DealInput, inputOf, useDealActions } from './use-deal-actions.js';

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

type Values = {
  externalId: string;
  name: string;
  account: string;
  product: string | null;
  owner: string | null;
  amount: string | null;
  currency: string;
  status: DealStatus;
  stage: string;
  createdOn: string | null;
  closedOn: string | null;
  bookedOn: string | null;
  invoicedOn: string | null;
  contractMonths: number | '';
  region: string;
};

function Fields({ deal, onClose }: { deal: Deal | undefined; onClose: () => void }) {
  const { t } = useTranslation(['deal', 'action']);
  const { busy, saveDeal } = useDealActions();
  const form = useDealForm(deal);
  const save = async (values: Values) => {
    const message = t(deal ? 'said.saved' : 'said.added', { deal: values.externalId });
    if (await saveDeal(dealInput(values, deal), message)) onClose();
  };
  const text = (name: 'account' | 'name' | 'region' | 'stage') => (
    <TextInput label={t(`column.${name}`)} maxLength={200} {...form.getInputProps(name)} />
  );
  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
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
            currency={form.values.currency}
            {...form.getInputProps('amount')}
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
        <DialogFooter onCancel={onClose}>
          <Button type="submit" loading={busy}>
            {t('action:save')}
          </Button>
        </DialogFooter>
      </Stack>
    </form>
  );
}

type FormProps = { form: ReturnType<typeof useDealForm> };

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
  const { member, organization } = useSignedIn();
  const needed = (value: string | null) => (value?.trim() ? null : t('required'));
  return useForm<Values>({
    initialValues: {
      externalId: deal?.externalId ?? '',
      name: deal?.name ?? '',
      account: deal?.account?.name ?? '',
      product: deal?.product?.name ?? null,
      owner: deal?.owner.id ?? (member.role === 'rep' ? member.id : null),
      amount: deal?.amount ?? null,
      currency: deal?.currency ?? organization.currency,
      status: deal?.status ?? 'open',
      stage: deal?.stage ?? '',
      createdOn: deal?.createdOn ?? null,
      closedOn: deal?.closedOn ?? null,
      bookedOn: deal?.bookedOn ?? null,
      invoicedOn: deal?.invoicedOn ?? null,
      contractMonths: deal?.contractMonths ?? '',
      region: deal?.region ?? '',
    },
    validate: {
      externalId: needed,
      owner: needed,
      amount: (value) => (value === null ? t('required') : null),
      closedOn: (value, { status }) => (status === 'won' ? needed(value) : null),
    },
  });
}

/** Empty fields are left to the API's defaults; attributes stay as they were. */
const dealInput = (values: Values, deal: Deal | undefined): DealInput => ({
  ...(deal && inputOf(deal)),
  ...values,
  name: values.name || null,
  account: values.account || null,
  stage: values.stage || null,
  region: values.region || null,
  contractMonths: values.contractMonths || null,
  owner: values.owner ?? '',
  amount: values.amount ?? '0',
});
