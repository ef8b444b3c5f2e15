import { Group, TextInput } from '@mantine/core';
import { IconArrowsExchange, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { DayInput } from '../ui/day-input.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { EmptyState, Loaded, Pager, type PageWindow, useFormat } from '../ui/index.js';
import { useSay } from '../ui/use-say.js';
import {
  ExchangeRatesQuery,
  type Rate,
  RemoveExchangeRate,
  touchesRates,
} from './exchange-rate.js';
import { RateTable } from './rate-table.js';

const firstPage: PageWindow = { first: 50, offset: 0 };

/** All rates, by currency and from a day on; a page at a time. */
export function RateList({ onEdit }: { onEdit: (rate: Rate) => void }) {
  const { t } = useTranslation('exchange-rate');
  const [currency, setCurrency] = useState('');
  const [dayFrom, setDayFrom] = useState<string | null>(null);
  const [page, setPage] = useState(firstPage);
  const [removing, setRemoving] = useState<Rate | null>(null);
  const rates = useQuery({
    query: ExchangeRatesQuery,
    variables: { filter: { currency: currency.length === 3 ? currency : null, dayFrom }, page },
    requestPolicy: 'cache-and-network',
  });
  return (
    <>
      <Group gap="sm" mb="md" align="flex-end">
        <TextInput
          label={t('filter.currency')}
          placeholder="USD"
          maxLength={3}
          w={{ base: '100%', xs: 160 }}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={currency}
          onChange={({ currentTarget }) => {
            setCurrency(currentTarget.value.toUpperCase());
            setPage(firstPage);
          }}
        />
        <DayInput
          label={t('filter.dayFrom')}
          clearable
          w={{ base: '100%', xs: 200 }}
          value={dayFrom}
          onChange={(day) => {
            setDayFrom(day);
            setPage(firstPage);
          }}
        />
      </Group>
      <Loaded of={rates}>
        {({ exchangeRates: { rows, total } }) =>
          total ? (
            <>
              <RateTable rows={rows} onEdit={onEdit} onRemove={setRemoving} />
              <Pager page={page} total={total} onPage={setPage} />
            </>
          ) : (
            <EmptyState icon={IconArrowsExchange} title={t('none.title')}>
              {t(currency || dayFrom ? 'none.filtered' : 'none.lead')}
            </EmptyState>
          )
        }
      </Loaded>
      <RemoveRate rate={removing} onClose={() => setRemoving(null)} />
    </>
  );
}

function RemoveRate({ rate, onClose }: { rate: Rate | null; onClose: () => void }) {
  const { t } = useTranslation(['exchange-rate', 'action']);
  const { day } = useFormat();
  const say = useSay();
  const [{ fetching }, remove] = useMutation(RemoveExchangeRate);

  async function confirm() {
    const { error } = await remove({ id: rate!.id }, touchesRates);
    if (error) return say.problem(error);
    say.done(t('said.removed'));
    onClose();
  }

  return (
    <ConfirmDialog
      title={t('remove.title')}
      opened={rate !== null}
      action={t('action:remove')}
      busy={fetching}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {rate && t('remove.lead', { from: rate.from, to: rate.to, day: day(rate.day) })}
    </ConfirmDialog>
  );
}
