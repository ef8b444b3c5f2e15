import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconArrowsSplit2,
  IconPencil,
  IconThumbDown,
  IconTrash,
  IconTrophy,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseDeal } from './close-deal.js';
import type { Deal } from './deal-fields.js';
import { DealForm } from './deal-form.js';
import { SplitForm } from './split-form.js';
import { useDealActions } from './use-deal-actions.js';

type Props = { readonly deal: Deal; readonly onRemoved: () => void };

/** What one can do with a deal: win it, lose it, edit it, remove it. */
export function DealActions({ deal, onRemoved }: Props) {
  const { t } = useTranslation(['deal', 'action']);
  const { busy, removeDeal } = useDealActions();
  const [editing, form] = useDisclosure();
  const [splitting, split] = useDisclosure();
  const [outcome, setOutcome] = useState<'won' | 'lost' | null>(null);
  const remove = async () => (await removeDeal(deal)) && onRemoved();
  return (
    <Group gap="xs">
      {deal.status !== 'won' && (
        <Button leftSection={<IconTrophy size={18} />} onClick={() => setOutcome('won')}>
          {t('close.won.action')}
        </Button>
      )}
      {deal.status === 'open' && (
        <Button
          variant="default"
          leftSection={<IconThumbDown size={18} />}
          onClick={() => setOutcome('lost')}
        >
          {t('close.lost.action')}
        </Button>
      )}
      <Button variant="default" leftSection={<IconPencil size={18} />} onClick={form.open}>
        {t('action:edit')}
      </Button>
      <Button variant="default" leftSection={<IconArrowsSplit2 size={18} />} onClick={split.open}>
        {t('split.action')}
      </Button>
      <Button
        variant="subtle"
        color="red"
        loading={busy}
        leftSection={<IconTrash size={18} />}
        onClick={() => void remove()}
      >
        {t('action:remove')}
      </Button>
      <CloseDeal deal={deal} outcome={outcome} onClose={() => setOutcome(null)} />
      <DealForm deal={deal} opened={editing} onClose={form.close} />
      <SplitForm deal={deal} opened={splitting} onClose={split.close} />
    </Group>
  );
}
