import { Alert, List, ScrollArea, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormat, useProblemText } from '../ui/index.js';
import { type PlanRuleInput, type PlanRulePreview, PreviewPlanRule } from './plan-rule.js';
import { useRuleWords } from './use-rule-words.js';

/** What would happen if the rule were saved; tells the one around it whether it can be. */
export function useRulePreview(input: PlanRuleInput | null) {
  const [{ data, fetching, error, stale }] = useQuery({
    query: PreviewPlanRule,
    variables: { input: input! },
    pause: input === null,
    requestPolicy: 'network-only',
  });
  const preview = input === null ? undefined : data?.previewPlanRule;
  return { preview, fetching: fetching || stale, error };
}

type Props = ReturnType<typeof useRulePreview>;

/** The people by name with their days and the plan they leave, and what stands in the way. */
export function RulePreview({ preview, fetching, error }: Props) {
  const text = useProblemText();
  if (error) return <Alert color="red">{text(error)}</Alert>;
  if (!preview) return fetching ? <Skeleton height={80} /> : null;
  return (
    <Stack gap="xs" aria-live="polite" opacity={fetching ? 0.6 : 1}>
      <People preview={preview} />
      <LeftOut preview={preview} />
      <Conflicts preview={preview} />
    </Stack>
  );
}

function People({ preview: { total, rows } }: { preview: PlanRulePreview }) {
  const { t } = useTranslation('plan-rule');
  const { when } = useRuleWords();
  return (
    <>
      <Text fw={600}>{t('people', { count: total })}</Text>
      <ScrollArea.Autosize mah={180} viewportProps={{ tabIndex: 0 }}>
        <List spacing={2} size="sm" listStyleType="none">
          {rows.map(({ member, before, ...days }) => (
            <List.Item key={member.id}>
              {member.name}{' '}
              <Text span c="dimmed" size="sm">
                {when(days)}
                {before && `, ${t('before', { plan: before.name })}`}
              </Text>
            </List.Item>
          ))}
        </List>
      </ScrollArea.Autosize>
      {total > rows.length && (
        <Text size="sm" c="dimmed">
          {t('more', { count: total - rows.length })}
        </Text>
      )}
    </>
  );
}

function LeftOut({ preview: { kept, foreign } }: { preview: PlanRulePreview }) {
  const { t } = useTranslation('plan-rule');
  return (
    <>
      {kept > 0 && <Text size="sm">{t('kept', { count: kept })}</Text>}
      {foreign > 0 && <Text size="sm">{t('foreign', { count: foreign })}</Text>}
    </>
  );
}

/** Named one by one up to a few: who is wanted by which other plan. */
function Conflicts({ preview: { conflicts } }: { preview: PlanRulePreview }) {
  const { t } = useTranslation('plan-rule');
  const { day } = useFormat();
  if (!conflicts.length) return null;
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle />}
      title={t('conflicts', { count: conflicts.length })}
    >
      <List size="sm">
        {conflicts.slice(0, 5).map(({ member, plan, from }) => (
          <List.Item key={`${member.id}${from}`}>
            {t('conflict', { name: member.name, plan: plan.name, from: day(from) })}
          </List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        {t('conflictNext')}
      </Text>
    </Alert>
  );
}
