import { Badge, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayText, PersonAvatar } from '../ui/index.js';
import type { Person } from './person-fields.js';
import { PersonMenu } from './person-menu.js';

/** One person; on a phone the role and the team stand below the name. */
export function PersonRow({ person }: { person: Person }) {
  const { t } = useTranslation(['people', 'shell']);
  return (
    <Table.Tr>
      <Table.Td maw={0} w={{ base: '100%', sm: '40%' }}>
        <Group wrap="nowrap" gap="sm">
          <PersonAvatar name={person.name} size={36} />
          <div style={{ minWidth: 0 }}>
            <Text fw={600} truncate>
              {person.name}
            </Text>
            <Text size="sm" c="dimmed" truncate>
              {person.email}
            </Text>
            <Text size="sm" c="dimmed" hiddenFrom="sm">
              {[t(`shell:role.${person.role}`), person.team?.name].filter(Boolean).join(' · ')}
            </Text>
          </div>
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="sm">{t(`shell:role.${person.role}`)}</Table.Td>
      <Table.Td visibleFrom="md">
        {person.team?.name}
        {person.manager && (
          <Text size="sm" c="dimmed">
            {person.manager.name}
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Access person={person} />
      </Table.Td>
      <Table.Td>
        <PersonMenu person={person} />
      </Table.Td>
    </Table.Tr>
  );
}

/** Can this person come in? */
function Access({ person: { leftOn, hasSignIn } }: { person: Person }) {
  const { t } = useTranslation('people');
  if (leftOn)
    return (
      <Text size="sm" c="dimmed">
        {t('access.left')} <DayText day={leftOn} />
      </Text>
    );
  return (
    <Badge color={hasSignIn ? 'laurel' : 'gray'}>
      {t(hasSignIn ? 'access.has' : 'access.none')}
    </Badge>
  );
}
