import {
  Alert,
  Button,
  Code,
  Grid,
  Group,
  List,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { useSignedIn } from '../session/session.js';
import { DayInput } from '../ui/day-input.js';
import { todayIn } from '../ui/today.js';
import { useSay } from '../ui/use-say.js';
import { examplePlan } from './example-plan.js';
import { PlanDocumentView } from './plan-document.js';
import type { Plan, PlanVersion } from './plan-fields.js';
import classes from './plan.module.css';
import { type PlanDraft, usePlanProblems } from './use-plan-problems.js';

const SavePlan = graphql(`
  mutation SavePlan($id: ID, $name: String!, $effectiveFrom: Day!, $document: JSON!) {
    savePlan(id: $id, name: $name, effectiveFrom: $effectiveFrom, document: $document) {
      id
      number
    }
  }
`);

type Props = {
  readonly plan: Plan | undefined;
  readonly base: PlanVersion | undefined;
  readonly onClose: () => void;
};

/** Name, day and document of a version, with what the document means (or what is wrong) beside it. */
export function PlanForm({ plan, base, onClose }: Props) {
  const { t } = useTranslation(['plan', 'action']);
  const say = useSay();
  const { organization } = useSignedIn();
  const [{ fetching }, save] = useMutation(SavePlan);
  const [name, setName] = useState(plan?.name ?? '');
  const [from, setFrom] = useState<string | null>(() => todayIn(organization.timeZone));
  const [text, setText] = useState(() =>
    JSON.stringify(base?.document ?? examplePlan(organization.currency), null, 2),
  );
  const draft = usePlanProblems(text);
  const ready = draft.document && !draft.checking && draft.problems.length === 0;

  async function publish() {
    if (!from) return;
    const document: unknown = JSON.parse(text);
    const { error } = await save(
      { id: plan?.id ?? null, name: name.trim(), effectiveFrom: from, document },
      { additionalTypenames: ['Plan'] },
    );
    if (error) return say.problem(error);
    say.done(t('form.saved', { plan: name.trim() }));
    onClose();
  }

  return (
    <Stack>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <TextInput
          label={t('form.name')}
          required
          maxLength={200}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <DayInput label={t('form.from')} required value={from} onChange={setFrom} />
      </Group>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Textarea
            className={classes.json}
            label={t('form.document')}
            description={t('form.documentLead')}
            autosize
            minRows={16}
            maxRows={28}
            spellCheck={false}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Outcome draft={draft} />
        </Grid.Col>
      </Grid>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('action:cancel')}
        </Button>
        <Button
          loading={fetching}
          disabled={!ready || !name.trim() || !from}
          leftSection={<IconCheck size={18} />}
          onClick={() => void publish()}
        >
          {t('form.publish')}
        </Button>
      </Group>
    </Stack>
  );
}

/** What the document would pay, or where it is wrong. */
function Outcome({ draft: { problems, document } }: { draft: PlanDraft }) {
  const { t } = useTranslation('plan');
  return (
    <Stack aria-live="polite">
      {problems.length > 0 && (
        <Alert
          color="red"
          icon={<IconAlertTriangle />}
          title={t('form.problems', { count: problems.length })}
        >
          <List size="sm" spacing="xs">
            {problems.map(({ path, message }) => (
              <List.Item key={`${path}|${message}`}>
                {path && <Code>{path}</Code>} {message}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {document && (
        <>
          <Text fw={600}>{t('form.preview')}</Text>
          <PlanDocumentView document={document} />
        </>
      )}
    </Stack>
  );
}
