import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { MemberSelect } from '../people/member-select.js';
import { useSignedIn } from '../session/session.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { todayIn } from '../ui/today.js';
import { useSay } from '../ui/use-say.js';
import { meetingPath, StartOneOnOne, touchesOneOnOnes } from './one-on-one.js';
import { PlanFields, planInput, type Plan } from './plan-fields.js';

type Props = { readonly opened: boolean; readonly onClose: () => void };

/** With whom, how often, from which day, at what time and where the clock is. */
export function StartDialog({ opened, onClose }: Props) {
  const { t } = useTranslation(['one-on-one', 'action']);
  return (
    <Dialog opened={opened} onClose={onClose} title={t('start.title')}>
      <Fields onClose={onClose} />
    </Dialog>
  );
}

type Values = Plan & { partnerId: string | null };

function Fields({ onClose }: Pick<Props, 'onClose'>) {
  const { t } = useTranslation(['one-on-one', 'action']);
  const form = useStartForm();
  const { fetching, start } = useStart(onClose);
  return (
    <form onSubmit={form.onSubmit((values) => void start(values))} noValidate>
      <Stack>
        <MemberSelect
          label={t('start.partner')}
          required
          data-autofocus
          {...form.getInputProps('partnerId')}
        />
        <PlanFields form={form} anchorLabel={t('start.anchor')} />
        <DialogFooter onCancel={onClose}>
          <Button type="submit" loading={fetching}>
            {t('start.action')}
          </Button>
        </DialogFooter>
      </Stack>
    </form>
  );
}

function useStartForm() {
  const { t } = useTranslation(['one-on-one', 'action']);
  const { organization, member } = useSignedIn();
  const required = (value: string | null) => (value ? null : t('action:required'));
  return useForm<Values>({
    initialValues: {
      partnerId: null,
      rhythm: 'weekly',
      anchor: todayIn(organization.timeZone),
      time: '10:00',
      minutes: 30,
      timeZone: organization.timeZone,
    },
    validate: {
      partnerId: (id) => (id === member.id ? t('start.self') : required(id)),
      anchor: required,
      time: required,
      timeZone: required,
    },
  });
}

function useStart(onClose: () => void) {
  const { t } = useTranslation('one-on-one');
  const say = useSay();
  const navigate = useNavigate();
  const [{ fetching }, mutate] = useMutation(StartOneOnOne);
  async function start({ partnerId, ...plan }: Values) {
    const input = { ...planInput(plan), partnerId: partnerId! };
    const { data, error } = await mutate({ input }, touchesOneOnOnes);
    if (error) return say.problem(error);
    say.done(t('said.started'));
    onClose();
    if (data)
      await navigate(meetingPath(data.startOneOnOne.id, data.startOneOnOne.nextNumber ?? 0));
  }
  return { fetching, start };
}
