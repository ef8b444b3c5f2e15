import { Button, NumberInput, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { DayInput } from '../ui/day-input.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { todayIn } from '../ui/today.js';
import type { Deal } from './deal-fields.js';
import { useCancellation } from './use-cancellation.js';

type Props = { readonly deal: Deal; readonly opened: boolean; readonly onClose: () => void };

/** Says that the customer went back on a won deal. */
export function CancelForm({ deal, opened, onClose }: Props) {
  const { t } = useTranslation('deal');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('cancellation.title')}>
      <Fields deal={deal} onClose={onClose} />
    </Dialog>
  );
}

function Fields({ deal, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('deal');
  const { organization } = useSignedIn();
  const { busy, cancel } = useCancellation(deal);
  const [on, setOn] = useState(deal.cancelledOn ?? todayIn(organization.timeZone));
  const [months, setMonths] = useState<number | null>(deal.monthsServed);
  const [reason, setReason] = useState(deal.cancelReason ?? '');
  const save = async () => {
    if (await cancel({ on, monthsServed: months, reason: reason || null })) onClose();
  };
  return (
    <Stack>
      <DayInput
        label={t('column.cancelledOn')}
        required
        minDate={deal.closedOn ?? undefined}
        value={on}
        onChange={(day) => day && setOn(day)}
      />
      <NumberInput
        label={t('column.monthsServed')}
        description={t('cancellation.monthsLead')}
        allowDecimal={false}
        allowNegative={false}
        max={1200}
        value={months ?? ''}
        onChange={(value) => setMonths(typeof value === 'number' ? value : null)}
      />
      <Textarea
        label={t('column.cancelReason')}
        maxLength={1000}
        autosize
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <DialogFooter onCancel={onClose}>
        <Button color="red" loading={busy} onClick={() => void save()}>
          {t('cancellation.action')}
        </Button>
      </DialogFooter>
    </Stack>
  );
}
