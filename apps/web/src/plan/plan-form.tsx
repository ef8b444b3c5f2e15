import { planJsonSchema } from '@laurel/commission/core';
import { Button, Grid, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconDeviceFloppy } from '@tabler/icons-react';
import { type RefObject, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../ui/day-input.js';
import { CreditDateChoice } from './credit-date-choice.js';
import { DraftOffer } from './draft-offer.js';
import { JsonEditor, type JsonEditorHandle } from './json-editor.js';
import { LeaveGuard } from './leave-guard.js';
import { PlanDocumentView } from './plan-document.js';
import type { Plan, PlanVersion } from './plan-fields.js';
import { ProblemList } from './problem-list.js';
import type { Schema } from './schema-at.js';
import { schemaHelp } from './schema-help.js';
import { StartChoice } from './start-choice.js';
import { type PlanCheck, usePlanProblems } from './use-plan-problems.js';
import { useSchemaWords } from './use-schema-words.js';
import { useVersionForm } from './use-version-form.js';

const schema = planJsonSchema() as Schema;

type Props = { readonly plan: Plan | undefined; readonly base: PlanVersion | undefined };
type Form = ReturnType<typeof useVersionForm>;
type Editor = RefObject<JsonEditorHandle | null>;

/** Name, day and document of the next version, with what the document means and what is wrong in it. */
export function PlanForm({ plan, base }: Props) {
  const form = useVersionForm(plan, base);
  const check = usePlanProblems(form.text);
  const editor = useRef<JsonEditorHandle>(null);
  return (
    <Stack>
      <LeaveGuard unsaved={form.unsaved} />
      <DraftOffer
        draft={form.draft}
        onRemove={form.removeDraft}
        onOpen={({ name, from, text }) => {
          form.setName(plan?.name ?? name);
          form.setFrom(from);
          editor.current?.replace(text);
        }}
      />
      <Head plan={plan} form={form} editor={editor} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Document form={form} check={check} editor={editor} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Outcome check={check} editor={editor} />
        </Grid.Col>
      </Grid>
      <Actions form={form} check={check} />
    </Stack>
  );
}

function Head({ plan, form, editor }: { plan: Plan | undefined; form: Form; editor: Editor }) {
  const { t } = useTranslation('plan');
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, sm: 6, lg: 3 }}>
        <TextInput
          label={t('form.name')}
          required
          maxLength={200}
          value={form.name}
          onChange={({ currentTarget }) => form.setName(currentTarget.value)}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 6, lg: 3 }}>
        <DayInput label={t('form.from')} required value={form.from} onChange={form.setFrom} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 6, lg: 3 }}>
        <StartChoice plan={plan} onChoose={(text) => editor.current?.replace(text)} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 6, lg: 3 }}>
        <CreditDateChoice text={form.text} onEdit={(edit) => editor.current?.edit(edit)} />
      </Grid.Col>
    </Grid>
  );
}

function Document({ form, check, editor }: { form: Form; check: PlanCheck; editor: Editor }) {
  const { t } = useTranslation('plan');
  const words = useSchemaWords();
  const extensions = useMemo(() => schemaHelp(schema, words), [words]);
  const marks = useMemo(
    () =>
      check.problems.map(({ place, message }) => ({
        ...place,
        severity: 'error' as const,
        message,
      })),
    [check.problems],
  );
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('form.documentLead')}
      </Text>
      <JsonEditor
        ref={editor}
        start={form.start}
        label={t('form.document')}
        marks={marks}
        extensions={extensions}
        onChange={form.setText}
      />
      <Text size="xs" c="dimmed">
        {t('editor.help')}
      </Text>
    </Stack>
  );
}

/** What is wrong with the document, or else what it would pay. */
function Outcome({ check, editor }: { check: PlanCheck; editor: Editor }) {
  const { t } = useTranslation('plan');
  return (
    <Stack aria-live="polite">
      <ProblemList check={check} onShow={(place) => editor.current?.show(place)} />
      {check.document && (
        <>
          <Text fw={600}>{t('form.preview')}</Text>
          <PlanDocumentView document={check.document} />
        </>
      )}
    </Stack>
  );
}

function Actions({ form, check }: { form: Form; check: PlanCheck }) {
  const { t } = useTranslation('plan');
  const { document, checking, failure, problems } = check;
  const ready = document && !checking && !failure && problems.length === 0;
  return (
    <Group justify="flex-end">
      <Button
        variant="default"
        leftSection={<IconDeviceFloppy size={18} />}
        disabled={!form.unsaved()}
        onClick={form.saveDraft}
      >
        {t('editor.draft.save')}
      </Button>
      <Button
        loading={form.publishing}
        disabled={!ready || !form.name.trim() || !form.from}
        leftSection={<IconCheck size={18} />}
        onClick={() => void form.publish()}
      >
        {t('form.publish')}
      </Button>
    </Group>
  );
}
