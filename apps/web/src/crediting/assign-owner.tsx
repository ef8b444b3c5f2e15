import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deal } from '../deal/deal-fields.js';
import { MeanwhileNotice } from '../deal/meanwhile-notice.js';
import { inputOf } from '../deal/use-deal-actions.js';
import { useMeanwhile } from '../deal/use-meanwhile.js';
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

const ownerOf = ({ owner }: Deal): { owner: string | null } => ({ owner: owner.id });

function Choice({ deal, onClose }: { deal: Deal; onClose: () => void }) {
  const { t } = useTranslation(['crediting', 'action', 'deal']);
  const [values, setValues] = useState(() => ownerOf(deal));
  const { busy, save, ...meanwhile } = useMeanwhile(deal, ownerOf, { values, setValues });
  const { now } = meanwhile;
  const { owner } = values;

  async function submit() {
    if (!owner) return;
    const message = t('deal:said.saved', { deal: deal.externalId });
    if (await save({ ...inputOf(now), owner }, message)) onClose();
  }

  return (
    <Stack>
      <MemberSelect
        label={t('deal:column.owner')}
        value={owner}
        onChange={(owner) => setValues({ owner })}
      />
      <MeanwhileNotice {...meanwhile} />
      <DialogFooter onCancel={onClose}>
        <Button
          loading={busy}
          disabled={!owner || owner === now.owner.id}
          onClick={() => void submit()}
        >
          {t('action:save')}
        </Button>
      </DialogFooter>
    </Stack>
  );
}
