import { ActionIcon, Badge, Checkbox, Group, Menu, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Topic } from './meeting.js';
import classes from './one-on-one.module.css';
import { TextEdit } from './text-edit.js';
import type { Topics } from './use-topics.js';

type Props = {
  readonly topic: Topic;
  readonly place: number;
  readonly last: boolean;
  readonly carried: boolean;
  /** Null when nothing may be changed any more. */
  readonly change: Topics | null;
};

/** A topic: ticked off once it was talked about; alt and the arrow keys move it. */
export function TopicRow({ topic, place, last, carried, change }: Props) {
  const { t } = useTranslation('one-on-one');
  const [editing, setEditing] = useState(false);
  const settled = topic.settled !== null;
  async function rename(text: string) {
    if (await change?.change(topic, { text })) setEditing(false);
  }
  const onKeyDown = ({ altKey, key }: KeyboardEvent) => {
    if (altKey && key === 'ArrowUp' && place > 0) void change?.move(topic, place - 1);
    if (altKey && key === 'ArrowDown' && !last) void change?.move(topic, place + 1);
  };
  return (
    <li className={classes.row}>
      <Checkbox
        mt={2}
        aria-label={t('agenda.settled', { text: topic.text })}
        checked={settled}
        disabled={!change}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget }) =>
          void change?.change(topic, { settled: currentTarget.checked })
        }
      />
      <div className={classes.words}>
        {editing ? (
          <TextEdit
            label={t('agenda.edit')}
            text={topic.text}
            onSave={rename}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <Text className={settled ? classes.done : undefined}>{topic.text}</Text>
        )}
        <Group gap="xs" mt={2}>
          <Text size="sm" c="dimmed">
            {topic.author.name}
          </Text>
          {carried && (
            <Badge variant="light" color="gold" component="span">
              {t('carried')}
            </Badge>
          )}
        </Group>
      </div>
      {change && (
        <TopicMenu
          topic={topic}
          place={place}
          last={last}
          change={change}
          onEdit={() => setEditing(true)}
        />
      )}
    </li>
  );
}

type MenuProps = {
  readonly topic: Topic;
  readonly place: number;
  readonly last: boolean;
  readonly change: Topics;
  readonly onEdit: () => void;
};

function TopicMenu({ topic, place, last, change, onEdit }: MenuProps) {
  const { t } = useTranslation(['one-on-one', 'action']);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('agenda.menu', { text: topic.text })}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={18} />} onClick={onEdit}>
          {t('action:edit')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowUp size={18} />}
          disabled={place === 0}
          onClick={() => void change.move(topic, place - 1)}
        >
          {t('agenda.up')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={18} />}
          disabled={last}
          onClick={() => void change.move(topic, place + 1)}
        >
          {t('agenda.down')}
        </Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={18} />}
          onClick={() => void change.remove(topic)}
        >
          {t('action:remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
