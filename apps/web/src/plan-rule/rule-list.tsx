import { ActionIcon, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { todayIn } from '../ui/today.js';
import { inputOf, newRule, type PlanRule, type PlanRuleInput } from './plan-rule.js';
import { RuleDialog } from './rule-dialog.js';
import { useRuleActions } from './use-rule-actions.js';
import { useRuleWords } from './use-rule-words.js';

type Rule = PlanRule & { readonly people: number };
type Props = {
  readonly planId: string;
  readonly rules: readonly Rule[];
  readonly onChanged: () => void;
};

/** The rules that put people on a plan, in words; finance adds, changes, ends and removes them. */
export function RuleList({ planId, rules, onChanged }: Props) {
  const { t } = useTranslation('plan-rule');
  const { member, organization } = useSignedIn();
  const [edited, edit] = useState<PlanRuleInput | null>(null);
  const { busy, saveRule, removeRule } = useRuleActions(planId, onChanged);
  const isFinance = member.role === 'finance';
  async function save(input: PlanRuleInput) {
    const before = rules.find(({ id }) => id === input.id);
    if (await saveRule(input, before)) edit(null);
  }
  return (
    <Card component="section">
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t('title')}</Title>
        {isFinance && (
          <Button
            variant="light"
            size="xs"
            leftSection={<IconPlus size={16} />}
            onClick={() => edit(newRule(planId, todayIn(organization.timeZone)))}
          >
            {t('add')}
          </Button>
        )}
      </Group>
      {rules.length === 0 && <Text c="dimmed">{t('none')}</Text>}
      <Stack gap="sm" role="list">
        {rules.map((rule) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            {...(isFinance && {
              onEdit: () => edit(inputOf(planId, rule)),
              onRemove: () => void removeRule(rule),
            })}
          />
        ))}
      </Stack>
      <RuleDialog
        title={t(edited?.id ? 'editTitle' : 'addTitle')}
        input={edited}
        busy={busy}
        onSave={(input) => void save(input)}
        onClose={() => edit(null)}
      />
    </Card>
  );
}

type RowProps = {
  readonly rule: Rule;
  readonly onEdit?: () => void;
  readonly onRemove?: () => void;
};

function RuleRow({ rule, onEdit, onRemove }: RowProps) {
  const { t } = useTranslation(['plan-rule', 'action']);
  const { who, when } = useRuleWords();
  const name = who(rule);
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" role="listitem">
      <div>
        <Text fw={500}>{name}</Text>
        <Text size="sm" c="dimmed">
          {when(rule)} · {t('count', { count: rule.people })}
        </Text>
      </div>
      {onEdit && (
        <Group gap={4} wrap="nowrap">
          <ActionIcon variant="subtle" aria-label={t('edit', { name })} onClick={onEdit}>
            <IconPencil size={18} />
          </ActionIcon>
          <ActionIcon variant="subtle" aria-label={t('remove', { name })} onClick={onRemove}>
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      )}
    </Group>
  );
}
