import { Button, Card, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconArrowBackUp, IconArrowRight, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CountTiles } from './count-tiles.js';
import type { Import, ImportKind } from './import-fields.js';
import { RejectionList } from './rejections.js';
import { UndoButton } from './undo-button.js';

type Props = {
  readonly current: Import;
  /** Where the next file of the same drop waits, if there is one. */
  readonly next: string | undefined;
};

/** Done (or undone): what happened, the way to see it, and the way back. */
export function ResultStep({ current, next }: Props) {
  const { t } = useTranslation('import');
  const undone = current.status === 'undone';
  return (
    <Stack gap="lg">
      <Card>
        <Group wrap="nowrap" align="flex-start">
          <ThemeIcon size={48} radius="xl" variant="light" color={undone ? 'gray' : 'laurel'}>
            {undone ? <IconArrowBackUp /> : <IconCircleCheck />}
          </ThemeIcon>
          <Stack gap={4}>
            <Title order={2}>{t(undone ? 'result.undone' : 'result.done')}</Title>
            <Text c="dimmed">
              {undone
                ? t('result.undoneLead')
                : t(`result.lead.${current.kind}`, {
                    count: current.createdCount + current.updatedCount,
                  })}
            </Text>
          </Stack>
        </Group>
        <Group mt="lg">
          {next && (
            <Button component={Link} to={next} rightSection={<IconArrowRight size={18} />}>
              {t('result.next')}
            </Button>
          )}
          <Button component={Link} to={placeOf(current)} variant={next ? 'default' : 'filled'}>
            {t(`result.see.${current.kind}`)}
          </Button>
          {current.undoable && <UndoButton current={current} />}
        </Group>
        {current.kind === 'person' && (
          <Text mt="md" size="sm" c="dimmed">
            {t('undo.notPeople')}
          </Text>
        )}
      </Card>
      {!undone && <CountTiles current={current} />}
      {!undone && current.rejectedCount > 0 && <RejectionList importId={current.id} />}
    </Stack>
  );
}

const places: Readonly<Record<ImportKind, string>> = {
  deal: '/deals',
  person: '/team',
  product: '/deals',
  account: '/deals',
  quota: '/plans?tab=quota',
  exchangeRate: '/exchange-rates',
  payment: '/deals',
  score: '/scores',
  targetPay: '/plans?tab=targetPay',
};

const placeOf = ({ kind, id, status }: Import): string =>
  kind === 'deal' && status === 'done' ? `/deals?importId=${id}` : places[kind];
