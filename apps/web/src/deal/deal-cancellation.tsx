import { Alert, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { useFormat } from '../ui/index.js';
import { CancelForm } from './cancel-form.js';
import type { Deal } from './deal-fields.js';
import { useCancellation } from './use-cancellation.js';

/** That the customer went back on the deal, or the way to say so; only finance and administration say it. */
export function DealCancellation({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deal');
  const { member } = useSignedIn();
  const [opened, form] = useDisclosure();
  const maySay = member.role === 'finance' || member.role === 'admin';
  if (!deal.cancelledOn && !maySay) return null;
  return (
    <>
      {deal.cancelledOn ? (
        <Cancelled deal={deal} onChange={maySay ? form.open : undefined} />
      ) : (
        <Group>
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconArrowBackUp size={18} />}
            onClick={form.open}
          >
            {t('cancellation.open')}
          </Button>
        </Group>
      )}
      <CancelForm deal={deal} opened={opened} onClose={form.close} />
    </>
  );
}

function Cancelled({ deal, onChange }: { deal: Deal; onChange: (() => void) | undefined }) {
  const { t } = useTranslation(['deal', 'action']);
  const { day } = useFormat();
  const { busy, reinstate } = useCancellation(deal);
  const { cancelledOn, cancelReason, monthsServed } = deal;
  return (
    <Alert
      color="red"
      icon={<IconArrowBackUp />}
      title={t('cancellation.since', { day: day(cancelledOn!) })}
    >
      {monthsServed !== null && <Text>{t('cancellation.served', { count: monthsServed })}</Text>}
      {cancelReason && <Text>{cancelReason}</Text>}
      {onChange && (
        <Group gap="xs" mt="sm">
          <Button size="xs" variant="default" onClick={onChange}>
            {t('action:edit')}
          </Button>
          <Button size="xs" variant="default" loading={busy} onClick={() => void reinstate()}>
            {t('cancellation.undo')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
