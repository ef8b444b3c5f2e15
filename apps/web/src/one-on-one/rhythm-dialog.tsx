import { Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { useSignedIn } from '../session/session.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { useFormat } from '../ui/index.js';
import { todayIn } from '../ui/today.js';
import { useSay } from '../ui/use-say.js';
import { ChangeRhythm, meetingPath, type Series, touchesOneOnOnes } from './one-on-one.js';
import { PlanFields, planInput, type Plan } from './plan-fields.js';
import { useRhythmText } from './rhythm-text.js';

type Props = { readonly series: Series; readonly opened: boolean; readonly onClose: () => void };

/** How the two meet from the next meeting on. */
export function RhythmDialog({ series, opened, onClose }: Props) {
  const { t } = useTranslation(['one-on-one', 'action']);
  return (
    <Dialog opened={opened} onClose={onClose} title={t('change.title')}>
      <Fields series={series} onClose={onClose} />
    </Dialog>
  );
}

function Fields({ series, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['one-on-one', 'action']);
  const form = usePlanForm(series);
  const { fetching, change } = useChange(series, onClose);
  return (
    <form onSubmit={form.onSubmit((plan) => void change(plan))} noValidate>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('change.lead')}
        </Text>
        <PlanFields form={form} anchorLabel={t('change.anchor')} />
        <Text size="sm" c="dimmed">
          {t('change.lost')}
        </Text>
        <DialogFooter onCancel={onClose}>
          <Button type="submit" loading={fetching} disabled={!form.isDirty()}>
            {t('change.save')}
          </Button>
        </DialogFooter>
      </Stack>
    </form>
  );
}

function usePlanForm({ rhythm, nextDay, time, minutes, timeZone }: Series) {
  const { t } = useTranslation(['one-on-one', 'action']);
  const { organization } = useSignedIn();
  const today = todayIn(organization.timeZone);
  const required = (value: string | null) => (value ? null : t('action:required'));
  return useForm<Plan>({
    initialValues: { rhythm, anchor: nextDay ?? today, time, minutes, timeZone },
    validate: {
      anchor: (day) => (day && day < today ? t('change.past') : required(day)),
      time: required,
      timeZone: required,
    },
  });
}

function useChange({ id }: Series, onClose: () => void) {
  const { t } = useTranslation('one-on-one');
  const { day } = useFormat();
  const say = useSay();
  const rhythmText = useRhythmText();
  const navigate = useNavigate();
  const [{ fetching }, mutate] = useMutation(ChangeRhythm);
  async function change(plan: Plan) {
    const input = { ...planInput(plan), oneOnOneId: id };
    const { data, error } = await mutate({ input }, touchesOneOnOnes);
    if (error) return say.problem(error);
    say.done(t('said.changed', { day: day(input.anchor), rhythm: rhythmText(input) }));
    onClose();
    const next = data?.changeOneOnOneRhythm.nextNumber;
    if (typeof next === 'number') await navigate(meetingPath(id, next));
  }
  return { fetching, change };
}
