import { Button, Skeleton, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { DifferenceRow, DifferenceTable } from '../ui/difference-table.js';
import { ErrorState, useFormat } from '../ui/index.js';
import { useSay } from '../ui/use-say.js';
import {
  type CorrectedPay,
  type CorrectionInput,
  CorrectQuotas,
  PreviewQuotaCorrections,
} from './quota-correction.js';

type Props = {
  readonly period: string;
  /** What was typed; nothing while the dialog is closed. */
  readonly inputs: readonly CorrectionInput[] | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Says what correcting quotas of a locked period would post, and asks for the reason. */
export function CorrectionDialog({ period, inputs, onClose, onDone }: Props) {
  const { t } = useTranslation(['quota-correction', 'action']);
  const format = useFormat();
  return (
    <Dialog
      opened={inputs !== null}
      onClose={onClose}
      size="lg"
      title={t('title', { period: format.period(period) })}
    >
      {inputs && <Asked inputs={[...inputs]} onClose={onClose} onDone={onDone} />}
    </Dialog>
  );
}

function Asked({
  inputs,
  onClose,
  onDone,
}: Pick<Props, 'onClose' | 'onDone'> & { inputs: CorrectionInput[] }) {
  const { t } = useTranslation(['quota-correction', 'action']);
  const say = useSay();
  const [reason, setReason] = useState('');
  const [{ data, error, fetching }, again] = useQuery({
    query: PreviewQuotaCorrections,
    variables: { inputs },
    requestPolicy: 'network-only',
  });
  const [{ fetching: saving }, correct] = useMutation(CorrectQuotas);
  async function save() {
    const answer = await correct(
      { inputs, reason },
      { additionalTypenames: ['QuotaCorrection', 'LateChange', 'Statement'] },
    );
    if (answer.error) return say.problem(answer.error);
    say.done(t('done', { count: inputs.length }));
    onDone();
  }
  return (
    <Stack>
      <Text>{t('lead')}</Text>
      {error && <ErrorState error={error} onRetry={() => again()} />}
      {fetching && !data && <Skeleton height={100} />}
      {data && <Preview rows={data.previewQuotaCorrections} />}
      <Textarea
        label={t('reason')}
        description={t('reasonLead')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <DialogFooter onCancel={onClose}>
        <Button loading={saving} disabled={!data || !reason.trim()} onClick={() => void save()}>
          {t('save', { count: inputs.length })}
        </Button>
      </DialogFooter>
    </Stack>
  );
}

/** Per person and period: what was paid, what it would be, and what would be posted. */
function Preview({ rows }: { rows: readonly CorrectedPay[] }) {
  const { t } = useTranslation('quota-correction');
  const format = useFormat();
  if (!rows.length) return <Text fw={600}>{t('nothing')}</Text>;
  return (
    <DifferenceTable words="quota-correction" what={t('person')}>
      {rows.map(({ member, period, ...figures }) => (
        <DifferenceRow key={`${member.id}${period}`} {...figures}>
          {member.name}
          <Text size="xs" c="dimmed">
            {format.period(period)}
          </Text>
        </DifferenceRow>
      ))}
    </DifferenceTable>
  );
}
