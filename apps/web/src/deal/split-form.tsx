import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deal } from './deal-fields.js';
import { inputsOf, percentText, type SplitRow, totalText } from './split-draft.js';
import { SplitFields } from './split-fields.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { MeanwhileNotice } from './meanwhile-notice.js';
import { inputOf } from './use-deal-actions.js';
import { useMeanwhile } from './use-meanwhile.js';

type Props = { readonly deal: Deal; readonly opened: boolean; readonly onClose: () => void };

/** Shares the credit of a deal out by hand. */
export function SplitForm({ deal, opened, onClose }: Props) {
  const { t } = useTranslation(['deal', 'action']);
  return (
    <Dialog opened={opened} onClose={onClose} size="lg" title={t('split.title')}>
      <Rows deal={deal} onClose={onClose} />
    </Dialog>
  );
}

function Rows({ deal, onClose }: Omit<Props, 'opened'>) {
  const { t, i18n } = useTranslation(['deal', 'action']);
  const rowsOf = (deal: Deal) => ({ splits: splitRows(deal, i18n.language) });
  const [values, setValues] = useState(() => rowsOf(deal));
  const { busy, save, ...meanwhile } = useMeanwhile(deal, rowsOf, { values, setValues });
  const rows = values.splits ?? proposedRows(meanwhile.now);
  const inputs = inputsOf(rows);
  const setRows = (splits: SplitRow[]) => setValues({ splits });
  const put = (at: number, row: SplitRow) => setRows(rows.with(at, row));

  async function submit() {
    if (!inputs) return;
    const message = t('said.saved', { deal: deal.externalId });
    if (await save({ ...inputOf(meanwhile.now), splits: inputs }, message)) onClose();
  }

  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('split.lead')}
      </Text>
      {rows.map((row, at) => (
        <Group key={at} gap="xs" align="flex-end" wrap="nowrap">
          <SplitFields row={row} onChange={(changed) => put(at, changed)} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('split.remove', { number: at + 1 })}
            onClick={() => setRows(rows.toSpliced(at, 1))}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      <Group justify="space-between">
        <Button
          variant="default"
          leftSection={<IconPlus size={18} />}
          onClick={() => setRows([...rows, { payee: null, percent: '', kind: 'split' }])}
        >
          {t('split.add')}
        </Button>
        <Total rows={rows} />
      </Group>
      <MeanwhileNotice {...meanwhile} />
      <DialogFooter onCancel={onClose}>
        <Button loading={busy} disabled={!inputs} onClick={() => void submit()}>
          {t('action:save')}
        </Button>
      </DialogFooter>
    </Stack>
  );
}

/** Told while one types, because only 100 % can be saved. */
function Total({ rows }: { rows: readonly SplitRow[] }) {
  const { t, i18n } = useTranslation('deal');
  const total = totalText(rows, i18n.language);
  if (!rows.some(({ kind }) => kind === 'split') || total === null) return null;
  const right = total === '100 %';
  return (
    <Text size="sm" fw={600} c={right ? 'dimmed' : 'red'} aria-live="polite" className="figure">
      {t(right ? 'split.total' : 'split.totalWrong', { total })}
    </Text>
  );
}

/** The shares as one would type them; null while nobody shares the deal. */
const splitRows = ({ splits }: Deal, language: string): SplitRow[] | null =>
  splits.length
    ? splits.map(({ payee, share, kind }) => ({
        payee: payee.id,
        percent: percentText(share, language),
        kind,
      }))
    : null;

/** A deal that nobody shares yet starts with its owner and somebody else, half each. */
const proposedRows = ({ owner }: Deal): SplitRow[] => [
  { payee: owner.id, percent: '50', kind: 'split' },
  { payee: null, percent: '50', kind: 'split' },
];
