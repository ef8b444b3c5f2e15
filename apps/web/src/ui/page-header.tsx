import { Box, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = { title: string; lead?: ReactNode; children?: ReactNode };

/** The one h1 of a page, its browser title, a line below it, and the page's controls on the right. */
export function PageHeader({ title, lead, children }: Props) {
  return (
    <Group component="header" justify="space-between" align="flex-end" gap="md" mb="lg">
      <title>{`${title} · Laurel`}</title>
      <Box miw={0} flex="1 1 16rem">
        <Title order={1}>{title}</Title>
        {lead && (
          <Text c="dimmed" mt={4}>
            {lead}
          </Text>
        )}
      </Box>
      {children}
    </Group>
  );
}
