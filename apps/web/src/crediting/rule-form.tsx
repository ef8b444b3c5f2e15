import { Button, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { ruleKinds } from '@laurel/credit/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useSignedIn } from '../session/session.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { DayInput } from '../ui/day-input.js';
import { todayIn } from '../ui/today.js';
import { useSay } from '../ui/use-say.js';
import { type Rule, SaveCreditingRule, touchesRules } from './crediting.js';
import { RuleConditions } from './rule-conditions.js';
import { documentOf, draftOf, isComplete, type RuleDraft } from './rule-draft.js';
import { RuleEffect } from './rule-effect.js';

type Props = { readonly rule: Rule | 'new' | null; readonly onClose: () => void };

/** A new rule, or the next version of one. */
export function RuleForm({ rule, onClose }: Props) {
  const { t } = useTranslation(['crediting', 'action']);
  return (
    <Dialog
      opened={rule !== null}
      onClose={onClose}
      size="lg"
      title={t(rule === 'new' ? 'form.add' : 'form.edit')}
    >
      {rule && <Fields rule={rule === 'new' ? undefined : rule} onClose={onClose} />}
    </Dialog>
  );
}

function Fields({ rule, onClose }: { rule: Rule | undefined; onClose: () => void }) {
  const { t, i18n } = useTranslation(['crediting', 'action']);
  const say = useSay();
  const { organization } = useSignedIn();
  const [{ fetching }, saveRule] = useMutation(SaveCreditingRule);
  const [draft, setDraft] = useState(() =>
    draftOf(rule, organization.currency, todayIn(organization.timeZone), i18n.language),
  );
  const change = (part: Partial<RuleDraft>) => setDraft({ ...draft, ...part });

  async function save() {
    const { name, priority, from, to } = draft;
    if (!from) return;
    const document = documentOf(draft, rule?.document);
    const { error } = await saveRule(
      { input: { name: name.trim(), priority, from, to, document } },
      touchesRules,
    );
    if (error) return say.problem(error);
    say.done(t('said.saved', { name: name.trim() }));
    onClose();
  }

  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('form.name')}
          required
          maxLength={100}
          readOnly={rule !== undefined}
          value={draft.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        />
        <Select
          label={t('form.kind')}
          allowDeselect={false}
          data={ruleKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={draft.kind}
          onChange={(kind) => kind && change({ kind })}
        />
        <DayInput
          label={t('form.from')}
          required
          value={draft.from}
          onChange={(from) => change({ from })}
        />
        <DayInput
          label={t('form.to')}
          clearable
          value={draft.to}
          onChange={(to) => change({ to })}
        />
      </SimpleGrid>
      <RuleEffect draft={draft} onChange={change} />
      <RuleConditions draft={draft} onChange={change} />
      <NumberInput
        label={t('form.priority')}
        description={t('form.priorityLead')}
        min={-1000}
        max={1000}
        allowDecimal={false}
        value={draft.priority}
        onChange={(priority) => change({ priority: Number(priority) || 0 })}
      />
      <Text size="sm" c="dimmed">
        {t('form.effect')}
      </Text>
      <DialogFooter onCancel={onClose}>
        <Button loading={fetching} disabled={!isComplete(draft)} onClick={() => void save()}>
          {t('action:save')}
        </Button>
      </DialogFooter>
    </Stack>
  );
}
