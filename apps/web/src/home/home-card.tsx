import { Anchor, Card, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

type Props = { title: string; to?: string; toLabel?: string; children: ReactNode };

/** A piece of the start page, with the way to the whole of it. */
export function HomeCard({ title, to, toLabel, children }: Props) {
  return (
    <Card component="section" h="100%">
      <Group justify="space-between" mb="md" gap="xs">
        <Title order={2} fz="h3">
          {title}
        </Title>
        {to && (
          <Anchor component={Link} to={to} size="sm" fw={500}>
            {toLabel}
          </Anchor>
        )}
      </Group>
      {children}
    </Card>
  );
}
