import type { PlanProblem } from '@laurel/commission/core';
import { Alert, Button, Card, Code, Collapse, Group, List, Select, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { newestFirst, type Plan } from '../plan/plan-fields.js';
import { useFormat } from '../ui/index.js';

type Props = {
  readonly plan: Plan;
  readonly text: string;
  readonly problems: readonly PlanProblem[];
  readonly onText: (text: string) => void;
};

/** What is tried: one of the plan's versions, or what somebody writes from it. */
export function TrialDraft({ plan, text, problems, onText }: Props) {
  const { t } = useTranslation('plan-trial');
  const { day } = useFormat();
  const [open, { toggle }] = useDisclosure();
  const versions = newestFirst(plan).map((version) => ({
    value: JSON.stringify(version.document, null, 2),
    label: t('version', { number: version.number, day: day(version.effectiveFrom) }),
  }));
  const chosen = versions.find(({ value }) => value === text);
  return (
    <Card component="section" aria-label={t('what')}>
      <Group align="flex-end" gap="sm">
        <Select
          flex="1 1 14rem"
          maw={420}
          label={t('what')}
          allowDeselect={false}
          checkIconPosition="right"
          value={chosen?.label ?? t('draft')}
          data={[...(chosen ? [] : [t('draft')]), ...versions.map(({ label }) => label)]}
          onChange={(wanted) => {
            const version = versions.find(({ label }) => label === wanted);
            if (version) onText(version.value);
          }}
        />
        <Button
          variant="default"
          leftSection={<IconPencil size={18} />}
          aria-expanded={open}
          onClick={toggle}
        >
          {t(open ? 'hide' : 'change')}
        </Button>
      </Group>
      <Collapse expanded={open}>
        <Textarea
          mt="md"
          label={t('document')}
          description={t('documentLead')}
          autosize
          minRows={10}
          maxRows={24}
          spellCheck={false}
          styles={{ input: { fontFamily: 'ui-monospace, monospace' } }}
          value={text}
          onChange={({ currentTarget }) => onText(currentTarget.value)}
        />
      </Collapse>
      {problems.length > 0 && (
        <Alert mt="md" color="red" icon={<IconAlertTriangle />} title={t('problems')}>
          <List size="sm">
            {problems.map(({ path, message }) => (
              <List.Item key={`${path}|${message}`}>
                {path && <Code>{path}</Code>} {message}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Card>
  );
}
