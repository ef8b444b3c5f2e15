import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { DayInput } from '../ui/day-input.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { MoneyInput } from '../ui/money-input.js';
import { todayIn } from '../ui/today.js';
import type { Deal } from './deal-fields.js';
import { priceOf } from './deal-values.js';
import { MeanwhileNotice } from './meanwhile-notice.js';
import { inputOf } from './use-deal-actions.js';
import { useMeanwhile } from './use-meanwhile.js';

type Outcome = 'won' | 'lost';
/** What is stored is the same whichever language the reader uses. */
const stageOf: Readonly<Record<Outcome, string>> = { won: 'Won', lost: 'Lost' };

/** What closing a deal says of it. */
const closingOf = (deal: Deal) => ({
  price: priceOf(deal),
  status: deal.status,
  stage: deal.stage,
  closedOn: deal.closedOn,
});
type Closing = ReturnType<typeof closingOf>;

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
  const [values, setValues] = useState<Closing>(() => ({
    ...closingOf(deal),
    status: outcome,
    stage: stageOf[outcome],
    closedOn: todayIn(organization.timeZone),
  }));
  const { busy, save, ...meanwhile } = useMeanwhile(deal, closingOf, { values, setValues });
  const { price, ...closing } = values;
  const close = async () => {
    const { amount, currency } = price;
    const input = { ...inputOf(meanwhile.now), ...closing, currency, amount: amount ?? '0' };
    if (await save(input, t(`said.${outcome}`, { deal: deal.externalId }))) onClose();
  };
  return (
    <Stack>
      <DayInput
        label={t('column.closedOn')}
        required
        value={closing.closedOn}
        onChange={(closedOn) => setValues({ ...values, closedOn })}
      />
      {outcome === 'won' && (
        <MoneyInput
          label={t('column.amount')}
          required
          value={price.amount}
          currency={price.currency}
          onChange={(amount) => setValues({ ...values, price: { ...price, amount } })}
        />
      )}
      <MeanwhileNotice {...meanwhile} />
      <DialogFooter onCancel={onClose}>
        <Button
          loading={busy}
          disabled={!closing.closedOn || price.amount === null}
          onClick={() => void close()}
        >
          {t(`close.${outcome}.action`)}
        </Button>
      </DialogFooter>
    </Stack>
  );
}
