import { Button, Checkbox, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { TeamSelect } from '../team/team-select.js';
import { treeOf } from '../team/team-tree.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { DayInput } from '../ui/day-input.js';
import type { PlanRuleInput } from './plan-rule.js';
import { RulePreview, useRulePreview } from './rule-preview.js';

const TeamsForRule = graphql(`
  query TeamsForRule {
    teams {
      id
      name
      parentId
    }
  }
`);

const roles = ['rep', 'manager', 'finance', 'admin'] as const;

type Props = {
  readonly title: string;
  /** The rule to start from; none while the dialog is closed. */
  readonly input: PlanRuleInput | null;
  readonly busy: boolean;
  readonly onSave: (input: PlanRuleInput) => void;
  readonly onClose: () => void;
};

/** Whom a rule is for, with what it would do while one says so. */
export function RuleDialog({ title, input, onClose, ...rest }: Props) {
  return (
    <Dialog opened={input !== null} onClose={onClose} size="lg" title={title}>
      {input && <RuleForm key={input.id ?? ''} input={input} onClose={onClose} {...rest} />}
    </Dialog>
  );
}

function RuleForm({
  input: start,
  busy,
  onSave,
  onClose,
}: Omit<Props, 'title' | 'input'> & { readonly input: PlanRuleInput }) {
  const { t } = useTranslation(['plan-rule', 'action', 'shell']);
  const [{ data }] = useQuery({ query: TeamsForRule });
  const [draft, setDraft] = useState(start);
  const change = (part: Partial<PlanRuleInput>) => setDraft((before) => ({ ...before, ...part }));
  const isDated = Boolean(draft.from) && (!draft.to || draft.to > draft.from);
  const [asked] = useDebouncedValue(isDated ? draft : null, 250);
  const shown = useRulePreview(asked);
  const isSettled = isDated && asked === draft && !shown.fetching;
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('role')}
          placeholder={t('anyRole')}
          clearable
          data={roles.map((role) => ({ value: role, label: t(`shell:role.${role}`) }))}
          value={draft.role ?? null}
          onChange={(role) => change({ role: role as PlanRuleInput['role'] })}
        />
        <TextInput
          label={t('regionLabel')}
          placeholder={t('anyRegion')}
          value={draft.region ?? ''}
          onChange={({ currentTarget }) => change({ region: currentTarget.value || null })}
        />
        <TeamSelect
          label={t('teamLabel')}
          placeholder={t('anyTeam')}
          clearable
          placed={treeOf(data?.teams ?? [])}
          value={draft.teamId ?? null}
          onChange={(teamId) => change({ teamId })}
        />
        <Checkbox
          mt={{ base: 0, xs: 30 }}
          label={t('below')}
          disabled={!draft.teamId}
          checked={draft.below ?? true}
          onChange={({ currentTarget }) => change({ below: currentTarget.checked })}
        />
        <DayInput
          label={t('from')}
          required
          value={draft.from}
          onChange={(from) => change({ from: from ?? '' })}
        />
        <DayInput
          label={t('to')}
          clearable
          value={draft.to ?? null}
          error={draft.from && !isDated ? t('toAfterFrom') : undefined}
          onChange={(to) => change({ to })}
        />
      </SimpleGrid>
      <RulePreview {...shown} />
      <DialogFooter onCancel={onClose}>
        <Button
          loading={busy}
          disabled={!isSettled || !shown.preview || shown.preview.conflicts.length > 0}
          onClick={() => onSave(draft)}
        >
          {t('save', { count: shown.preview?.total ?? 0 })}
        </Button>
      </DialogFooter>
    </Stack>
  );
}
