import { Button, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { DayInput } from '../ui/day-input.js';
import type { Action } from './meeting.js';
import type { Series } from './one-on-one.js';
import type { Actions } from './use-actions.js';

type Props = {
  readonly series: Series;
  /** Null for a new one. */
  readonly action: Action | null;
  readonly opened: boolean;
  readonly save: Actions['save'];
  readonly onClose: () => void;
};

/** What will be done, by which of the two, and until when. */
export function ActionForm({ opened, onClose, action, ...props }: Props) {
  const { t } = useTranslation(['one-on-one', 'action']);
  return (
    <Dialog opened={opened} onClose={onClose} title={t(action ? 'actions.edit' : 'actions.add')}>
      <Fields action={action} onClose={onClose} {...props} />
    </Dialog>
  );
}

function Fields({ series, action, save, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['one-on-one', 'action']);
  const { member } = useSignedIn();
  const [busy, setBusy] = useState(false);
  const form = useForm({
    initialValues: {
      text: action?.text ?? '',
      ownerId: action?.owner.id ?? member.id,
      dueOn: action?.dueOn ?? null,
    },
    validate: { text: (text) => (text.trim() ? null : t('action:required')) },
  });
  const submit = form.onSubmit(async (values) => {
    setBusy(true);
    const known = action && { id: action.id, done: action.doneOn !== null };
    if (await save({ ...values, ...known })) onClose();
    setBusy(false);
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Textarea
          label={t('actions.what')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          {...form.getInputProps('text')}
        />
        <div>
          <Text size="sm" fw={500} mb={4} id="one-on-one-owner">
            {t('actions.owner')}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby="one-on-one-owner"
            data={[
              { value: member.id, label: t('actions.me') },
              { value: series.partner.id, label: series.partner.name },
            ]}
            {...form.getInputProps('ownerId')}
          />
        </div>
        <DayInput label={t('actions.dueOn')} clearable {...form.getInputProps('dueOn')} />
        <DialogFooter onCancel={onClose}>
          <Button type="submit" loading={busy}>
            {t(action ? 'action:save' : 'action:add')}
          </Button>
        </DialogFooter>
      </Stack>
    </form>
  );
}
