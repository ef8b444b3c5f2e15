import { previousPeriod } from '@laurel/shared/core';
import { Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCopy, IconFileImport, IconSearch, IconTargetArrow } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSignedIn } from '../session/session.js';
import { EmptyState, Loaded, PeriodPicker, useFormat, usePeriodChoice } from '../ui/index.js';
import { QuotaTable } from './quota-table.js';
import { QuotaTotal } from './quota-total.js';
import { SaveBar } from '../ui/save-bar.js';
import { useQuotaDraft } from './use-quota-draft.js';
import { type AmountKind, type QuotaRow, rowsOf, useQuotas } from './use-quotas.js';

/** Quotas or target pay of a period, typed like in a spreadsheet; nothing is saved before one says so. */
export function QuotaSheet({ kind }: { kind: AmountKind }) {
  const choice = usePeriodChoice('quarter');
  return (
    <Stack gap="md">
      <Group justify="flex-end">
        <PeriodPicker choice={choice} />
      </Group>
      <Loaded of={choice.query}>
        {() => choice.period && <Sheet key={choice.period} kind={kind} period={choice.period} />}
      </Loaded>
    </Stack>
  );
}

function Sheet({ kind, period }: { kind: AmountKind; period: string }) {
  const { t } = useTranslation('plan');
  const before = previousPeriod(period);
  const quotas = useQuotas(kind, period, before);
  return (
    <Card component="section" aria-label={t(`tab.${kind}`)}>
      <Loaded of={quotas}>
        {(data) => {
          const rows = rowsOf(data);
          return rows.length === 0 ? (
            <EmptyState title={t(`${kind}.none`)} icon={IconTargetArrow}>
              {t(`${kind}.noneLead`)}
            </EmptyState>
          ) : (
            <Rows kind={kind} rows={rows} period={period} before={before} />
          );
        }}
      </Loaded>
    </Card>
  );
}

type RowsProps = { kind: AmountKind; rows: readonly QuotaRow[]; period: string; before: string };

function Rows({ kind, rows, period, before }: RowsProps) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const { member } = useSignedIn();
  const [search, setSearch] = useState('');
  const draft = useQuotaDraft(kind, rows, period);
  const editable = member.role === 'finance';
  const wanted = search.trim().toLowerCase();
  const shown = rows.filter(({ name }) => name.toLowerCase().includes(wanted));
  return (
    <>
      <Group gap="sm" mb="md">
        <TextInput
          type="search"
          flex="1 1 14rem"
          aria-label={t(`${kind}.search`)}
          placeholder={t(`${kind}.search`)}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        {editable && (
          <>
            <Button
              variant="default"
              leftSection={<IconCopy size={18} />}
              disabled={rows.every((row) => row.before === null)}
              onClick={draft.copyBefore}
            >
              {t(`${kind}.copy`, { period: format.period(before) })}
            </Button>
            <Button
              component={Link}
              to="/import"
              variant="default"
              leftSection={<IconFileImport size={18} />}
            >
              {t(`${kind}.import`)}
            </Button>
          </>
        )}
      </Group>
      <QuotaTotal kind={kind} rows={rows} draft={draft} />
      {editable && (
        <Text size="sm" c="dimmed" mb="xs">
          {t(`${kind}.pasteLead`)}
        </Text>
      )}
      <QuotaTable kind={kind} rows={shown} before={before} draft={draft} editable={editable} />
      <SaveBar draft={draft} />
    </>
  );
}
