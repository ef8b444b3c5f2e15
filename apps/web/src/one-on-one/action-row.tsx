import { ActionIcon, Badge, Checkbox, Group, Menu, Text } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { DayText } from '../ui/index.js';
import { todayIn } from '../ui/today.js';
import type { Action } from './meeting.js';
import classes from './one-on-one.module.css';
import type { Actions } from './use-actions.js';

type Props = {
  readonly action: Action;
  readonly carried: boolean;
  /** Null when nothing may be changed any more. */
  readonly change: Actions | null;
  readonly onEdit: () => void;
};

/** What is to be done, by whom, until when, and whether it is. */
export function ActionRow({ action, carried, change, onEdit }: Props) {
  const { t } = useTranslation(['one-on-one', 'action']);
  const done = action.doneOn !== null;
  return (
    <li className={classes.row}>
      <Checkbox
        mt={2}
        aria-label={t('actions.done', { text: action.text })}
        checked={done}
        disabled={!change}
        onChange={({ currentTarget }) => void change?.tick(action, currentTarget.checked)}
      />
      <div className={classes.words}>
        <Text className={done ? classes.done : undefined}>{action.text}</Text>
        <Group gap="xs" mt={2}>
          <Text size="sm" c="dimmed">
            {action.owner.name}
          </Text>
          {action.dueOn && <Due day={action.dueOn} done={done} />}
          {carried && (
            <Badge variant="light" color="gold" component="span">
              {t('carried')}
            </Badge>
          )}
        </Group>
      </div>
      {change && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('actions.menu', { text: action.text })}
            >
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={18} />} onClick={onEdit}>
              {t('action:edit')}
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={18} />}
              onClick={() => void change.remove(action)}
            >
              {t('action:remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}

function Due({ day, done }: { day: string; done: boolean }) {
  const { t } = useTranslation('one-on-one');
  const { organization } = useSignedIn();
  const late = !done && day < todayIn(organization.timeZone);
  return (
    <Text size="sm" c={late ? 'red' : 'dimmed'} fw={late ? 600 : undefined}>
      {t(late ? 'actions.late' : 'actions.due')} <DayText day={day} />
    </Text>
  );
}
