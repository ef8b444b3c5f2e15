import { ActionIcon, Button, Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MemberSelect } from '../people/member-select.js';
import { owner, type RuleDraft } from './rule-draft.js';

type Props = { readonly draft: RuleDraft; readonly onChange: (part: Partial<RuleDraft>) => void };

/** What the rule does, by its kind. */
export function RuleEffect({ draft, onChange }: Props) {
  switch (draft.kind) {
    case 'owner':
      return null;
    case 'split':
      return <Shares draft={draft} onChange={onChange} />;
    case 'rollUp':
      return <Levels draft={draft} onChange={onChange} />;
    default:
      return <Payee draft={draft} onChange={onChange} />;
  }
}

function Payee({ draft, onChange }: Props) {
  const { t } = useTranslation('crediting');
  const isOnTop = draft.kind === 'overlay' || !draft.instead;
  return (
    <>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <MemberSelect
          label={t('form.payee')}
          required
          flex={1}
          value={draft.payee}
          onChange={(payee) => onChange({ payee })}
        />
        {isOnTop && <Percent value={draft.percent} onChange={(percent) => onChange({ percent })} />}
      </Group>
      {draft.kind === 'territory' && (
        <Checkbox
          label={t('form.instead')}
          checked={draft.instead}
          onChange={({ currentTarget }) => onChange({ instead: currentTarget.checked })}
        />
      )}
    </>
  );
}

function Percent({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('crediting');
  return (
    <TextInput
      label={t('form.percent')}
      w={110}
      inputMode="decimal"
      rightSection="%"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function Shares({ draft: { shares }, onChange }: Props) {
  const { t } = useTranslation('crediting');
  const put = (at: number, part: object) =>
    onChange({ shares: shares.with(at, { ...shares[at]!, ...part }) });
  return (
    <Stack gap="xs">
      {shares.map(({ payee, percent }, at) => (
        <Group key={at} gap="xs" align="flex-end" wrap="nowrap">
          {payee === owner ? (
            <TextInput label={t('form.payee')} flex={1} readOnly value={t('owner')} />
          ) : (
            <MemberSelect
              label={t('form.payee')}
              flex={1}
              value={payee}
              onChange={(id) => put(at, { payee: id })}
            />
          )}
          <Percent value={percent} onChange={(text) => put(at, { percent: text })} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('form.removeShare', { number: at + 1 })}
            onClick={() => onChange({ shares: shares.toSpliced(at, 1) })}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<IconPlus size={16} />}
        onClick={() =>
          onChange({ shares: [...shares, { payee: null, percent: '', kind: 'split' }] })
        }
      >
        {t('form.addShare')}
      </Button>
    </Stack>
  );
}

function Levels({ draft, onChange }: Props) {
  const { t } = useTranslation('crediting');
  return (
    <>
      <NumberInput
        label={t('form.levels')}
        description={t('form.levelsLead')}
        min={0}
        max={20}
        allowDecimal={false}
        value={draft.levels}
        onChange={(levels) => onChange({ levels: Number(levels) || 0 })}
      />
      <Checkbox
        label={t('form.overlays')}
        checked={draft.overlays}
        onChange={({ currentTarget }) => onChange({ overlays: currentTarget.checked })}
      />
    </>
  );
}
