import { Alert, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import, Unknown } from './import-fields.js';
import { TargetSelect } from './target-select.js';

export type ValueChoice = {
  readonly kind: string;
  readonly value: string;
  readonly targetId: string;
};

type Props = {
  readonly current: Import;
  readonly sending: boolean;
  readonly onMap: (values: readonly ValueChoice[]) => void;
  readonly onSkip: () => void;
};

const keyOf = ({ kind, value }: { kind: string; value: string }) => `${kind}|${value}`;

/** Names in the file that Laurel does not know: whom or what do they mean? The answers are remembered. */
export function ValuesStep({ current, sending, onMap, onSkip }: Props) {
  const { t } = useTranslation('import');
  const [targets, setTargets] = useState(() => suggested(current.unknowns));
  const chosen = current.unknowns.flatMap(({ kind, value }) => {
    const targetId = targets.get(keyOf({ kind, value }));
    return targetId ? [{ kind, value, targetId }] : [];
  });
  const left = current.unknowns.filter((unknown) => !targets.has(keyOf(unknown)));
  const rows = left.reduce((sum, { count }) => sum + count, 0);
  const choose = (unknown: Unknown, targetId: string | null) =>
    setTargets((before) => {
      const after = new Map(before);
      if (targetId) after.set(keyOf(unknown), targetId);
      else after.delete(keyOf(unknown));
      return after;
    });

  return (
    <Stack gap="lg">
      <Text c="dimmed">{t('values.lead')}</Text>
      {[...new Set(current.unknowns.map(({ kind }) => kind))].map((kind) => (
        <Card key={kind} component="section">
          <Title order={3} mb="md">
            {t(`values.kind.${kind}`, { defaultValue: kind })}
          </Title>
          <Stack gap="md">
            {current.unknowns
              .filter((unknown) => unknown.kind === kind)
              .map((unknown) => (
                <UnknownRow
                  key={unknown.value}
                  unknown={unknown}
                  targetId={targets.get(keyOf(unknown)) ?? null}
                  onChange={(id) => choose(unknown, id)}
                />
              ))}
          </Stack>
        </Card>
      ))}
      {left.length > 0 && (
        <Alert color="gold">{t('values.left', { count: left.length, rows })}</Alert>
      )}
      <Group justify="flex-end">
        <Button
          size="md"
          loading={sending}
          rightSection={<IconArrowRight size={18} />}
          onClick={() => (chosen.length > 0 ? onMap(chosen) : onSkip())}
        >
          {t(left.length > 0 ? 'values.nextWithout' : 'values.next')}
        </Button>
      </Group>
    </Stack>
  );
}

function suggested(unknowns: readonly Unknown[]): Map<string, string> {
  return new Map(
    unknowns.flatMap((unknown) =>
      unknown.suggestionId ? [[keyOf(unknown), unknown.suggestionId] as const] : [],
    ),
  );
}

type RowProps = {
  readonly unknown: Unknown;
  readonly targetId: string | null;
  readonly onChange: (targetId: string | null) => void;
};

function UnknownRow({ unknown, targetId, onChange }: RowProps) {
  const { t } = useTranslation('import');
  const { kind, value, count, suggestionId, suggestionName } = unknown;
  return (
    <Group gap="md" align="center">
      <Stack gap={0} flex="1 1 12rem" miw={0}>
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {value}
        </Text>
        <Text size="sm" c="dimmed">
          {t('values.rows', { count })}
        </Text>
      </Stack>
      <Stack gap={4} flex="1 1 16rem">
        <TargetSelect
          kind={kind}
          label={t('values.means', { value })}
          known={suggestionId && suggestionName ? { id: suggestionId, name: suggestionName } : null}
          value={targetId}
          onChange={onChange}
        />
        {suggestionId !== null && suggestionId === targetId && (
          <Badge color="laurel" size="sm">
            {t('values.suggested')}
          </Badge>
        )}
      </Stack>
    </Group>
  );
}
