import { Button, Group, Modal, Skeleton, Stack, Table, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { ErrorState, MoneyText, useFormat } from '../ui/index.js';
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
    <Modal
      opened={inputs !== null}
      onClose={onClose}
      centered
      size="lg"
      title={t('title', { period: format.period(period) })}
      closeButtonProps={{ 'aria-label': t('action:close') }}
    >
      {inputs && <Asked inputs={[...inputs]} onClose={onClose} onDone={onDone} />}
    </Modal>
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
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('action:cancel')}
        </Button>
        <Button loading={saving} disabled={!data || !reason.trim()} onClick={() => void save()}>
          {t('save', { count: inputs.length })}
        </Button>
      </Group>
    </Stack>
  );
}

/** Per person and period: what was paid, what it would be, and what would be posted. */
function Preview({ rows }: { rows: readonly CorrectedPay[] }) {
  const { t } = useTranslation('quota-correction');
  const format = useFormat();
  if (!rows.length) return <Text fw={600}>{t('nothing')}</Text>;
  return (
    <Table.ScrollContainer minWidth={0} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('person')}</Table.Th>
            <Table.Th className="number" visibleFrom="xs">
              {t('before')}
            </Table.Th>
            <Table.Th className="number" visibleFrom="xs">
              {t('after')}
            </Table.Th>
            <Table.Th className="number">{t('difference')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ member, period, before, after, difference, currency }) => (
            <Table.Tr key={`${member.id}${period}`}>
              <Table.Td>
                {member.name}
                <Text size="xs" c="dimmed">
                  {format.period(period)}
                </Text>
              </Table.Td>
              <Table.Td className="number" visibleFrom="xs">
                <MoneyText amount={before} currency={currency} />
              </Table.Td>
              <Table.Td className="number" visibleFrom="xs">
                <MoneyText amount={after} currency={currency} />
              </Table.Td>
              <Table.Td className="number">
                <MoneyText amount={difference} currency={currency} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
