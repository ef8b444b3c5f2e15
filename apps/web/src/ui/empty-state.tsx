import { Stack, Text, ThemeIcon } from '@mantine/core';
import { type Icon, IconLeaf } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type Props = { title: string; icon?: Icon; action?: ReactNode; children?: ReactNode };

/** There is nothing here yet: says why, and what to do next. */
export function EmptyState({ title, icon: Icon = IconLeaf, action, children }: Props) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
        <Icon size={28} stroke={1.5} />
      </ThemeIcon>
      <Text fw={600} size="lg" mt="xs">
        {title}
      </Text>
      {children && (
        <Text c="dimmed" maw={440}>
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}
