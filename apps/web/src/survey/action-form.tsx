import { Button, Select, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { MemberSelect } from '../people/member-select.js';
import { useSignedIn } from '../session/session.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { DayInput } from '../ui/day-input.js';
import { useSay } from '../ui/use-say.js';
import { useGroupName } from './group-name.js';
import { type Report, SaveAction } from './report.js';
import { touchesSurveys } from './survey.js';

type Props = { readonly report: Report; readonly opened: boolean; readonly onClose: () => void };

/** What will be done, by whom and until when. */
export function ActionForm({ report, opened, onClose }: Props) {
  const { t } = useTranslation(['survey', 'action']);
  return (
    <Dialog opened={opened} onClose={onClose} title={t('follow.add')}>
      <Fields report={report} onClose={onClose} />
    </Dialog>
  );
}

type Values = { text: string; ownerId: string | null; dueOn: string | null; groupId: string };

function Fields({ report, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['survey', 'action']);
  const nameOf = useGroupName();
  const say = useSay();
  const [{ fetching }, save] = useMutation(SaveAction);
  const groups = report.groups.filter(({ id }) =>
    report.mine.some(({ groupId }) => groupId === id),
  );
  const form = useActionForm(groups[0]?.id ?? 'all');
  async function add({ text, ownerId, dueOn, groupId }: Values) {
    const input = { waveId: report.wave.id, groupId, text, ownerId: ownerId!, dueOn: dueOn! };
    const { error } = await save({ input }, touchesSurveys);
    if (error) return say.problem(error);
    say.done(t('said.action'));
    onClose();
  }
  return (
    <form onSubmit={form.onSubmit((values) => void add(values))} noValidate>
      <Stack>
        <Textarea
          label={t('follow.what')}
          required
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          {...form.getInputProps('text')}
        />
        <MemberSelect label={t('follow.owner')} required {...form.getInputProps('ownerId')} />
        <DayInput label={t('follow.dueOn')} required {...form.getInputProps('dueOn')} />
        {groups.length > 1 && (
          <Select
            label={t('follow.group')}
            allowDeselect={false}
            data={groups.map((group) => ({ value: group.id, label: nameOf(group) }))}
            {...form.getInputProps('groupId')}
          />
        )}
        <DialogFooter onCancel={onClose}>
          <Button type="submit" loading={fetching}>
            {t('action:add')}
          </Button>
        </DialogFooter>
      </Stack>
    </form>
  );
}

function useActionForm(groupId: string) {
  const { t } = useTranslation('action');
  const { member } = useSignedIn();
  const required = (value: string | null) => (value?.trim() ? null : t('required'));
  return useForm<Values>({
    initialValues: { text: '', ownerId: member.id, dueOn: null, groupId },
    validate: { text: required, ownerId: required, dueOn: required },
  });
}
