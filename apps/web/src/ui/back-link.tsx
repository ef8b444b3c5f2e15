import { Anchor, Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';

/** Up to the page this one belongs to; stands above its header. */
export function BackLink({ to, text }: { to: string; text: string }) {
  return (
    <Anchor component={Link} to={to} size="sm" display="inline-block" mb="xs">
      <Group gap={4}>
        <IconArrowLeft size={16} aria-hidden /> {text}
      </Group>
    </Anchor>
  );
}
