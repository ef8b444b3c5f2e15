import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import {
  IconCalendarRepeat,
  IconCalendarTime,
  IconCheck,
  IconDots,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarItems } from './calendar-items.js';
import type { Meeting } from './meeting.js';
import type { Series } from './one-on-one.js';
import { RescheduleDialog } from './reschedule-dialog.js';
import { RhythmDialog } from './rhythm-dialog.js';
import { SkipDialog } from './skip-dialog.js';
import { useSaveMeeting } from './use-save-meeting.js';

type Props = { readonly series: Series; readonly meeting: Meeting };

/** We met; or it is moved, skipped, or any of that is taken back. */
export function MeetingActions({ series, meeting }: Props) {
  const { t } = useTranslation(['one-on-one', 'action']);
  const { fetching, save } = useSaveMeeting(meeting);
  const [asking, setAsking] = useState<'move' | 'skip' | 'rhythm' | null>(null);
  const close = () => setAsking(null);
  const planned = meeting.status === 'planned';
  return (
    <Group gap="xs">
      {planned ? (
        <Button
          leftSection={<IconCheck size={18} />}
          loading={fetching}
          onClick={() => void save({ status: 'held' }, t('said.held'))}
        >
          {t('held.action')}
        </Button>
      ) : (
        <Button
          variant="default"
          loading={fetching}
          onClick={() => void save({ status: 'planned' }, t('said.planned'))}
        >
          {t(meeting.status === 'held' ? 'held.undo' : 'skip.undo')}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t('action:more')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {planned && (
            <>
              <Menu.Item
                leftSection={<IconCalendarTime size={18} />}
                onClick={() => setAsking('move')}
              >
                {t('move.action')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconPlayerSkipForward size={18} />}
                onClick={() => setAsking('skip')}
              >
                {t('skip.action')}
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          <Menu.Item
            leftSection={<IconCalendarRepeat size={18} />}
            onClick={() => setAsking('rhythm')}
          >
            {t('change.action')}
          </Menu.Item>
          <Menu.Divider />
          <CalendarItems series={series} />
        </Menu.Dropdown>
      </Menu>
      <RescheduleDialog meeting={meeting} opened={asking === 'move'} onClose={close} />
      <RhythmDialog series={series} opened={asking === 'rhythm'} onClose={close} />
      <SkipDialog meeting={meeting} opened={asking === 'skip'} onClose={close} />
    </Group>
  );
}
