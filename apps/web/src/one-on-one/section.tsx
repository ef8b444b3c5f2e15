import { Card, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  readonly lead?: string;
  /** Beside the title: how it stands, or what can be done. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A part of the page of a meeting. */
export function Section({ title, lead, aside, children }: Props) {
  return (
    <Card component="section" aria-label={title}>
      <Group justify="space-between" gap="xs" mb="sm">
        <div>
          <Title order={2} size="h3">
            {title}
          </Title>
          {lead && (
            <Text size="sm" c="dimmed">
              {lead}
            </Text>
          )}
        </div>
        {aside}
      </Group>
      {children}
    </Card>
  );
}
