import { Button, Group, Stack, Text } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.js';
import { DayInput } from '../ui/day-input.js';
import { useFormat } from '../ui/index.js';
import type { Meeting } from './meeting.js';
import { useSaveMeeting } from './use-save-meeting.js';

type Props = {
  readonly meeting: Meeting;
  readonly opened: boolean;
  readonly onClose: () => void;
};

/** Only this meeting is moved; those after it stay where they are. */
export function RescheduleDialog({ opened, onClose, ...props }: Props) {
  const { t } = useTranslation(['one-on-one', 'action']);
  return (
    <Dialog opened={opened} onClose={onClose} title={t('move.title')}>
      <Fields onClose={onClose} {...props} />
    </Dialog>
  );
}

function Fields({ meeting, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['one-on-one', 'action']);
  const { day: write } = useFormat();
  const { fetching, save } = useSaveMeeting(meeting);
  const [day, setDay] = useState<string | null>(meeting.day);
  const [time, setTime] = useState(meeting.time);
  const { plannedDay, plannedTime } = meeting;
  const isMoved = meeting.day !== plannedDay || meeting.time !== plannedTime;
  const move = async (to: { day: string | null; time: string | null }, words: string) => {
    if (await save(to, words)) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (day && time) void move({ day, time }, t('said.moved', { day: write(day), time }));
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('move.lead')}
        </Text>
        <Group grow>
          <DayInput label={t('move.day')} required value={day} onChange={setDay} data-autofocus />
          <TimeInput
            label={t('start.time')}
            required
            value={time}
            onChange={({ currentTarget }) => setTime(currentTarget.value)}
          />
        </Group>
        <Group justify="flex-end">
          {isMoved && (
            <Button
              variant="subtle"
              mr="auto"
              loading={fetching}
              onClick={() =>
                void move(
                  { day: null, time: null },
                  t('said.moved', { day: write(plannedDay), time: plannedTime }),
                )
              }
            >
              {t('move.back')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('action:cancel')}
          </Button>
          <Button type="submit" loading={fetching} disabled={!day || !time}>
            {t('move.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
