import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { DayInput } from '../ui/day-input.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { MoneyInput } from '../ui/money-input.js';
import { todayIn } from '../ui/today.js';
import type { Deal } from './deal-fields.js';
import { inputOf, useDealActions } from './use-deal-actions.js';

type Outcome = 'won' | 'lost';
/** What is stored is the same whichever language the reader uses. */
const stageOf: Readonly<Record<Outcome, string>> = { won: 'Won', lost: 'Lost' };

type Props = {
  readonly deal: Deal;
  readonly outcome: Outcome | null;
  readonly onClose: () => void;
};

/** Marks a deal won or lost, on a day and (when won) for an amount. */
export function CloseDeal({ deal, outcome, onClose }: Props) {
  const { t } = useTranslation('deal');
  return (
    <Dialog
      opened={outcome !== null}
      onClose={onClose}
      title={outcome && t(`close.${outcome}.title`)}
    >
      {outcome && <CloseForm deal={deal} outcome={outcome} onClose={onClose} />}
    </Dialog>
  );
}

function CloseForm({ deal, outcome, onClose }: Props & { outcome: Outcome }) {
  const { t } = useTranslation('deal');
  const { organization } = useSignedIn();
  const { busy, saveDeal } = useDealActions();
  const [closedOn, setClosedOn] = useState<string | null>(todayIn(organization.timeZone));
  const [amount, setAmount] = useState<string | null>(deal.amount);
  const save = async () => {
    const stage = stageOf[outcome];
    const input = { ...inputOf(deal), status: outcome, stage, closedOn, amount: amount ?? '0' };
    if (await saveDeal(input, t(`said.${outcome}`, { deal: deal.externalId }))) onClose();
  };
  return (
    <Stack>
      <DayInput label={t('column.closedOn')} required value={closedOn} onChange={setClosedOn} />
      {outcome === 'won' && (
        <MoneyInput
          label={t('column.amount')}
          required
          value={amount}
          currency={deal.currency}
          onChange={setAmount}
        />
      )}
      <DialogFooter onCancel={onClose}>
        <Button loading={busy} disabled={!closedOn || amount === null} onClick={() => void save()}>
          {t(`close.${outcome}.action`)}
        </Button>
      </DialogFooter>
    </Stack>
  );
}
