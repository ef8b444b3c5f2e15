import {
  Button,
  Group,
  Modal,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
} from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { rhythms, type Rhythm } from '@laurel/one-on-one/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { MemberSelect } from '../people/member-select.js';
import { useSignedIn } from '../session/session.js';
import { DayInput } from '../ui/day-input.js';
import { todayIn } from '../ui/today.js';
import { useSay } from '../ui/use-say.js';
import { meetingPath, StartOneOnOne, touchesOneOnOnes } from './one-on-one.js';
import { useRhythmText } from './rhythm-text.js';

type Props = { readonly opened: boolean; readonly onClose: () => void };

/** With whom, how often, from which day, at what time and where the clock is. */
export function StartDialog({ opened, onClose }: Props) {
  const { t } = useTranslation(['one-on-one', 'action']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('start.title')}
      closeButtonProps={{ 'aria-label': t('action:close') }}
    >
      <Fields onClose={onClose} />
    </Modal>
  );
}

type Values = {
  partnerId: string | null;
  rhythm: Rhythm;
  anchor: string | null;
  time: string;
  minutes: number;
  timeZone: string;
};

function Fields({ onClose }: Pick<Props, 'onClose'>) {
  const { t } = useTranslation(['one-on-one', 'action']);
  const form = useStartForm();
  const rhythmText = useRhythmText();
  const { fetching, start } = useStart(onClose);
  const { anchor, time, rhythm } = form.values;
  return (
    <form onSubmit={form.onSubmit((values) => void start(values))} noValidate>
      <Stack>
        <MemberSelect
          label={t('start.partner')}
          required
          data-autofocus
          {...form.getInputProps('partnerId')}
        />
        <div>
          <Text size="sm" fw={500} mb={4} id="one-on-one-rhythm">
            {t('start.rhythm')}
          </Text>
          <SegmentedControl
            fullWidth
            aria-labelledby="one-on-one-rhythm"
            data={rhythms.map((value) => ({ value, label: t(`rhythm.${value}`) }))}
            {...form.getInputProps('rhythm')}
          />
        </div>
        <Group grow align="flex-start">
          <DayInput label={t('start.anchor')} required {...form.getInputProps('anchor')} />
          <TimeInput label={t('start.time')} required {...form.getInputProps('time')} />
        </Group>
        <Group grow align="flex-start">
          <NumberInput
            label={t('start.minutes')}
            min={5}
            max={480}
            step={5}
            clampBehavior="blur"
            {...form.getInputProps('minutes')}
          />
          <Select
            label={t('start.timeZone')}
            searchable
            allowDeselect={false}
            nothingFoundMessage={t('action:nothingFound')}
            data={timeZones(form.values.timeZone)}
            {...form.getInputProps('timeZone')}
          />
        </Group>
        {anchor && time && (
          <Text size="sm" c="dimmed" aria-live="polite">
            {rhythmText({ rhythm, anchor, time })}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action:cancel')}
          </Button>
          <Button type="submit" loading={fetching}>
            {t('start.action')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Every zone this browser knows, and the one that is set. */
const timeZones = (own: string): string[] => [
  ...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')]),
];

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
  async function start({ partnerId, anchor, minutes, ...rest }: Values) {
    const input = {
      ...rest,
      partnerId: partnerId!,
      anchor: anchor!,
      minutes: Number(minutes) || 30,
    };
    const { data, error } = await mutate({ input }, touchesOneOnOnes);
    if (error) return say.problem(error);
    say.done(t('said.started'));
    onClose();
    if (data)
      await navigate(meetingPath(data.startOneOnOne.id, data.startOneOnOne.nextNumber ?? 0));
  }
  return { fetching, start };
}
