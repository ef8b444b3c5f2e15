import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconArrowsSplit2, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { EmptyState, Loaded } from '../ui/index.js';
import { CreditingRulesQuery, type Rule, rulesOf } from './crediting.js';
import { RemoveRule } from './remove-rule.js';
import { RuleCard } from './rule-card.js';
import { RuleForm } from './rule-form.js';
import { inOrder } from './rule-view.js';

/** An empty list names no type: the first rule of all must make it stale, too. */
const listsRules = { additionalTypenames: ['CreditingRule'] };

/** The rules in the order in which they are asked. */
export function RuleList() {
  const { t } = useTranslation('crediting');
  const rules = useQuery({
    query: CreditingRulesQuery,
    requestPolicy: 'cache-and-network',
    context: listsRules,
  });
  const [editing, setEditing] = useState<Rule | 'new' | null>(null);
  const [removing, setRemoving] = useState<Rule | null>(null);
  return (
    <>
      <Group justify="space-between" mb="md" gap="sm">
        <Text c="dimmed" size="sm" flex="1 1 20rem">
          {t('order')}
        </Text>
        <Button leftSection={<IconPlus size={18} />} onClick={() => setEditing('new')}>
          {t('add')}
        </Button>
      </Group>
      <Loaded of={rules}>
        {(data) =>
          data.creditingRules.length ? (
            <Stack gap="md">
              {inOrder(rulesOf(data)).map((rule) => (
                <RuleCard key={rule.id} rule={rule} onEdit={setEditing} onRemove={setRemoving} />
              ))}
            </Stack>
          ) : (
            <Card>
              <EmptyState icon={IconArrowsSplit2} title={t('none.title')}>
                {t('none.lead')}
              </EmptyState>
            </Card>
          )
        }
      </Loaded>
      <RuleForm rule={editing} onClose={() => setEditing(null)} />
      <RemoveRule rule={removing} onClose={() => setRemoving(null)} />
    </>
  );
}
