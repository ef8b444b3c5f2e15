import { Alert, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { QuotaDraft } from '../plan/use-quota-draft.js';
import { CorrectionDialog } from './correction-dialog.js';
import { type CorrectionInput, heldAmounts, QuotaCorrectionsQuery } from './quota-correction.js';

/** An empty list does not say by itself of what. */
const listsCorrections = { additionalTypenames: ['QuotaCorrection'] };

/** What was corrected in a locked period, and the amounts that hold by it; nothing in any other. */
export function useQuotaCorrections(period: string, locked: boolean) {
  const [{ data }] = useQuery({
    query: QuotaCorrectionsQuery,
    variables: { period },
    pause: !locked,
    context: listsCorrections,
  });
  const corrections = (locked && data?.quotaCorrections) || [];
  return { corrections, held: heldAmounts(corrections) };
}

/** Says that a locked period takes corrections only. */
export function LockedNote() {
  const { t } = useTranslation('quota-correction');
  return (
    <Alert icon={<IconLock />} color="gray" mb="md">
      {t('locked')}
    </Alert>
  );
}

/**
 * What was typed is not saved but corrected: the draft's save opens a dialog that previews it. A quota cannot be taken
 * away by a correction.
 */
export function useCorrecting(draft: QuotaDraft, period: string, locked: boolean) {
  const { t } = useTranslation('quota-correction');
  const [asked, ask] = useState<readonly CorrectionInput[] | null>(null);
  if (!locked) return { draft, dialog: null };
  const removed = draft.changes.some(({ amount }) => amount === null);
  const inputs = draft.changes.flatMap(({ memberId, amount }) =>
    amount === null ? [] : [{ memberId, period, amount }],
  );
  const dialog = (
    <>
      {removed && (
        <Text c="red" size="sm" mt="sm" role="alert">
          {t('keep')}
        </Text>
      )}
      <CorrectionDialog
        period={period}
        inputs={asked}
        onClose={() => ask(null)}
        onDone={() => {
          ask(null);
          draft.discard();
        }}
      />
    </>
  );
  const save = () => {
    if (!removed) ask(inputs);
    return undefined;
  };
  return { draft: { ...draft, save }, dialog };
}
