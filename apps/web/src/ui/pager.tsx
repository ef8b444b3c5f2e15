import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from './use-format.js';

export type PageWindow = { readonly first: number; readonly offset: number };

type Props = { page: PageWindow; total: number; onPage: (page: PageWindow) => void };

/** "51–100 of 8,800" with a step back and a step on; nothing when all rows are in view. */
export function Pager({ page: { first, offset }, total, onPage }: Props) {
  const { t } = useTranslation('ui');
  const { number } = useFormat();
  if (total <= first && offset === 0) return null;
  const range = { from: offset + 1, to: Math.min(offset + first, total), total };
  const step = (by: number) => onPage({ first, offset: Math.max(0, offset + by * first) });
  return (
    <Group component="nav" justify="flex-end" gap="xs" mt="md" aria-label={t('pager.label')}>
      <Text size="sm" c="dimmed" className="figure" aria-live="polite">
        {t('pager.range', {
          from: number(range.from),
          to: number(range.to),
          total: number(range.total),
        })}
      </Text>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('pager.back')}
        disabled={offset === 0}
        onClick={() => step(-1)}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('pager.on')}
        disabled={range.to >= total}
        onClick={() => step(1)}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </Group>
  );
}
