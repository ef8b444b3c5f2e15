import { ActionIcon, Badge, Card, Group, Text, Title } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import type { Rule } from './crediting.js';
import { useRuleWords } from './use-rule-words.js';

type Props = {
  readonly rule: Rule;
  readonly onEdit: (rule: Rule) => void;
  readonly onRemove: (rule: Rule) => void;
};

/** A rule in words: what it does, for which deals, and when. */
export function RuleCard({ rule, onEdit, onRemove }: Props) {
  const { t } = useTranslation('crediting');
  const { day } = useFormat();
  const words = useRuleWords();
  const { name, number, priority, from, to, document } = rule;
  return (
    <Card component="section" aria-label={name}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Group gap="xs">
            <Title order={3}>{name}</Title>
            <Badge variant="light">{t(`kind.${document.kind}`)}</Badge>
            {priority !== 0 && (
              <Badge variant="outline" color="gray">
                {t('priority', { priority })}
              </Badge>
            )}
          </Group>
          <Text mt="xs">{words.effect(rule)}</Text>
          <Text size="sm" c="dimmed">
            {words.condition(rule)}
          </Text>
          <Text size="sm" c="dimmed" mt={4}>
            {t(to ? 'span' : 'since', { from: day(from), to: to && day(to), number })}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('editOf', { name })}
            onClick={() => onEdit(rule)}
          >
            <IconPencil size={18} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('removeOf', { name })}
            onClick={() => onRemove(rule)}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      </Group>
    </Card>
  );
}
