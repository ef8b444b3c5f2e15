import { ActionIcon, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { treeOf } from '../team/team-tree.js';
import { EmptyState, Loaded } from '../ui/index.js';
import { type EditedTeam, TeamForm } from './team-form.js';

const Teams = graphql(`
  query TeamsOfPeople {
    teams {
      id
      name
      parentId
      managers {
        id
        name
      }
      members {
        id
      }
    }
  }
`);

/** A list without a team tells the cache of no type: the first team has to show, too. */
const ofTeams = { additionalTypenames: ['Team'] };

/** The tree of teams as it is today, for adding and renaming. */
export function TeamList() {
  const { t } = useTranslation('people');
  const teams = useQuery({ query: Teams, context: ofTeams });
  const [edited, setEdited] = useState<EditedTeam | null>(null);
  return (
    <Card component="section">
      <Group justify="space-between" mb="md">
        <Title order={2}>{t('team.title')}</Title>
        <Button
          variant="light"
          leftSection={<IconPlus size={18} />}
          onClick={() => setEdited({ name: '', parentId: null })}
        >
          {t('team.add')}
        </Button>
      </Group>
      <Loaded of={teams}>
        {({ teams }) =>
          teams.length === 0 ? (
            <EmptyState title={t('team.none')} icon={IconUsersGroup}>
              {t('team.noneLead')}
            </EmptyState>
          ) : (
            <Stack gap="sm">
              {treeOf(teams).map(({ team, depth }) => (
                <Group key={team.id} justify="space-between" wrap="nowrap" pl={depth * 24}>
                  <div>
                    <Text fw={600}>{team.name}</Text>
                    <Text size="sm" c="dimmed">
                      {t('team.size', { count: team.members.length })}
                      {team.managers.length > 0 &&
                        ` · ${team.managers.map(({ name }) => name).join(', ')}`}
                    </Text>
                  </div>
                  <ActionIcon
                    variant="subtle"
                    size="lg"
                    aria-label={t('team.edit', { name: team.name })}
                    onClick={() => setEdited(team)}
                  >
                    <IconPencil size={18} />
                  </ActionIcon>
                </Group>
              ))}
            </Stack>
          )
        }
      </Loaded>
      <TeamForm
        key={edited?.id ?? 'new'}
        team={edited}
        teams={teams[0].data?.teams ?? []}
        onClose={() => setEdited(null)}
      />
    </Card>
  );
}
