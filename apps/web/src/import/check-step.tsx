import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CountTiles } from './count-tiles.js';
import type { Import } from './import-fields.js';
import { RejectionList } from './rejections.js';
import { SampleTable } from './sample-table.js';

type Props = {
  readonly current: Import;
  readonly sending: boolean;
  readonly onCommit: () => void;
};

/** The dry run: what the import would do, before it does anything. */
export function CheckStep({ current, sending, onCommit }: Props) {
  const { t } = useTranslation('import');
  const accepted = current.createdCount + current.updatedCount;
  const nothing = accepted === 0;
  return (
    <Stack gap="lg">
      <Text c="dimmed">{t('check.lead', { count: current.rowCount })}</Text>
      <CountTiles current={current} />
      {nothing && (
        <Alert color="blue" icon={<IconInfoCircle />}>
          {t(current.rejectedCount > 0 ? 'check.onlyRejected' : 'check.nothingNew')}
        </Alert>
      )}
      <SampleTable current={current} />
      {current.rejectedCount > 0 && <RejectionList importId={current.id} />}
      <Group justify="flex-end">
        <Button
          size="md"
          loading={sending}
          disabled={nothing && current.unchangedCount === 0}
          leftSection={<IconCheck size={18} />}
          onClick={onCommit}
        >
          {nothing ? t('check.finish') : t('check.commit', { count: accepted })}
        </Button>
      </Group>
    </Stack>
  );
}
