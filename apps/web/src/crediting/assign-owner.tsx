import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deal } from '../deal/deal-fields.js';
import { inputOf, useDealActions } from '../deal/use-deal-actions.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { MemberSelect } from '../people/member-select.js';

type Props = { readonly deal: Deal | null; readonly onClose: () => void };

/** Gives a deal another owner. */
export function AssignOwner({ deal, onClose }: Props) {
  const { t } = useTranslation(['crediting', 'action']);
  return (
    <Dialog opened={deal !== null} onClose={onClose} title={t('open.assign')}>
      {deal && <Choice deal={deal} onClose={onClose} />}
    </Dialog>
  );
}

function Choice({ deal, onClose }: { deal: Deal; onClose: () => void }) {
  const { t } = useTranslation(['crediting', 'action', 'deal']);
  const { busy, saveDeal } = useDealActions();
  const [ownerId, setOwnerId] = useState<string | null>(deal.owner.id);

  async function save() {
    const input = { ...inputOf(deal), owner: ownerId ?? deal.owner.id };
    if (await saveDeal(input, t('deal:said.saved', { deal: deal.externalId }))) onClose();
  }

  return (
    <Stack>
      <MemberSelect label={t('deal:column.owner')} value={ownerId} onChange={setOwnerId} />
      <DialogFooter onCancel={onClose}>
        <Button
          loading={busy}
          disabled={!ownerId || ownerId === deal.owner.id}
          onClick={() => void save()}
        >
          {t('action:save')}
        </Button>
      </DialogFooter>
    </Stack>
  );
}
