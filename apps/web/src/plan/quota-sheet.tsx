import { previousPeriod } from '@laurel/shared/core';
import { Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCopy, IconFileImport, IconSearch, IconTargetArrow } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CorrectionList } from '../quota-correction/correction-list.js';
import {
  LockedNote,
  useCorrecting,
  useQuotaCorrections,
} from '../quota-correction/use-quota-corrections.js';
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
        {({ periods }) => {
          const status = periods.find(({ name }) => name === choice.period)?.status;
          return (
            choice.period && (
              <Sheet
                key={choice.period}
                kind={kind}
                period={choice.period}
                locked={kind === 'quota' && status === 'locked'}
              />
            )
          );
        }}
      </Loaded>
    </Stack>
  );
}

type SheetProps = { kind: AmountKind; period: string; locked: boolean };

function Sheet({ kind, period, locked }: SheetProps) {
  const { t } = useTranslation('plan');
  const before = previousPeriod(period);
  const quotas = useQuotas(kind, period, before);
  const { corrections, held } = useQuotaCorrections(period, locked);
  return (
    <>
      <Card component="section" aria-label={t(`tab.${kind}`)}>
        <Loaded of={quotas}>
          {(data) => {
            const rows = rowsOf(data).map((row) => ({
              ...row,
              amount: held.get(row.memberId) ?? row.amount,
            }));
            return rows.length === 0 ? (
              <EmptyState title={t(`${kind}.none`)} icon={IconTargetArrow}>
                {t(`${kind}.noneLead`)}
              </EmptyState>
            ) : (
              <Rows kind={kind} rows={rows} period={period} before={before} locked={locked} />
            );
          }}
        </Loaded>
      </Card>
      <CorrectionList corrections={corrections} />
    </>
  );
}

type RowsProps = SheetProps & { rows: readonly QuotaRow[]; before: string };

function Rows({ kind, rows, period, before, locked }: RowsProps) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const { member } = useSignedIn();
  const [search, setSearch] = useState('');
  const { draft, dialog } = useCorrecting(useQuotaDraft(kind, rows, period), period, locked);
  const editable = member.role === 'finance';
  const wanted = search.trim().toLowerCase();
  const shown = rows.filter(({ name }) => name.toLowerCase().includes(wanted));
  return (
    <>
      {locked && editable && <LockedNote />}
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
      {dialog}
    </>
  );
}
