import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../ui/index.js';
import type { Draft } from './use-draft.js';

type Props = {
  readonly draft: Draft | null;
  readonly onOpen: (draft: Draft) => void;
  readonly onRemove: () => void;
};

/** Offers the draft that was there when the page was opened. */
export function DraftOffer({ draft, onOpen, onRemove }: Props) {
  const { t } = useTranslation('plan');
  const [offered, setOffered] = useState(draft);
  if (!offered) return null;
  const [before, after] = t('editor.draft.found', { time: '|' }).split('|');
  const take = (act: () => void) => () => {
    act();
    setOffered(null);
  };
  return (
    <Alert color="blue">
      <Group justify="space-between">
        <Text size="sm">
          {before}
          <TimeText at={offered.at} />
          {after}
        </Text>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={take(onRemove)}>
            {t('editor.draft.remove')}
          </Button>
          <Button size="xs" onClick={take(() => onOpen(offered))}>
            {t('editor.draft.open')}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}
