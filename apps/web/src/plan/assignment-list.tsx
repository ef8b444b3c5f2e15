import { Button, Card, Group, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { useRuleWords } from '../plan-rule/use-rule-words.js';
import { PersonAvatar, useFormat } from '../ui/index.js';
import { AssignDialog } from './assign-dialog.js';
import type { Plan } from './plan-fields.js';

/** For whom the plan holds, and when. */
export function AssignmentList({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plan');
  const { member } = useSignedIn();
  const [opened, dialog] = useDisclosure();
  const sorted = plan.assignments.toSorted((a, b) => a.member.name.localeCompare(b.member.name));
  return (
    <Card component="section">
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t('people', { count: sorted.length })}</Title>
        {member.role === 'finance' && (
          <Button
            variant="light"
            size="xs"
            leftSection={<IconUserPlus size={16} />}
            onClick={dialog.open}
          >
            {t('assign.action')}
          </Button>
        )}
      </Group>
      {sorted.length === 0 && <Text c="dimmed">{t('assign.none')}</Text>}
      <ScrollArea.Autosize mah={420} viewportProps={{ tabIndex: 0 }}>
        <Stack gap="sm">
          {sorted.map((assignment) => (
            <AssignmentRow key={assignment.id} assignment={assignment} />
          ))}
        </Stack>
      </ScrollArea.Autosize>
      <AssignDialog plan={plan} opened={opened} onClose={dialog.close} />
    </Card>
  );
}

function AssignmentRow({ assignment }: { assignment: Plan['assignments'][number] }) {
  const { t } = useTranslation(['plan', 'plan-rule']);
  const { day } = useFormat();
  const { who } = useRuleWords();
  const { member, from, to, rule } = assignment;
  return (
    <Group gap="sm" wrap="nowrap">
      <PersonAvatar name={member.name} />
      <div style={{ minWidth: 0 }}>
        <Text fw={500} truncate>
          {member.name}
        </Text>
        <Text size="sm" c="dimmed">
          {to
            ? t('assign.fromTo', { from: day(from), to: day(to) })
            : t('assign.since', { from: day(from) })}
        </Text>
        <Text size="xs" c="dimmed">
          {rule ? t('plan-rule:byRule', { who: who(rule) }) : t('plan-rule:byName')}
        </Text>
      </div>
    </Group>
  );
}
