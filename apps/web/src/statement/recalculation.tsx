import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { useFormat } from '../ui/index.js';
import { usePendingWork } from '../ui/use-pending-work.js';
import { useSay } from '../ui/use-say.js';

const Recalculate = graphql(`
  mutation Recalculate($period: String!) {
    recalculate(period: $period) {
      partitions
    }
  }
`);

/** Computes a period anew from its deals, after asking; busy until every figure is up to date. */
export function Recalculation({ period, onDone }: { period: string; onDone: () => void }) {
  const { t } = useTranslation('statement');
  const say = useSay();
  const format = useFormat();
  const [asking, dialog] = useDisclosure();
  const [{ fetching }, recalculate] = useMutation(Recalculate);
  const { pending, look } = usePendingWork(onDone);
  const start = async () => {
    const { error } = await recalculate({ period });
    if (error) say.problem(error);
    dialog.close();
    look();
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconRefresh size={18} />}
        loading={fetching || pending}
        onClick={dialog.open}
      >
        {t('recalculate')}
      </Button>
      <ConfirmDialog
        title={t('recalculateTitle', { period: format.period(period) })}
        opened={asking}
        action={t('recalculate')}
        color="laurel"
        busy={fetching}
        onConfirm={() => void start()}
        onClose={dialog.close}
      >
        <Text>{t('recalculateLead')}</Text>
      </ConfirmDialog>
    </>
  );
}
