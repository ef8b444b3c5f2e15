import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from './meeting.js';
import classes from './one-on-one.module.css';
import { Section } from './section.js';
import { TopicIdeas } from './topic-ideas.js';
import { TopicRow } from './topic-row.js';
import { useTopics } from './use-topics.js';

type Props = { readonly meeting: Meeting; readonly readOnly: boolean };

/** What both want to talk about, in the order they gave it. */
export function Agenda({ meeting, readOnly }: Props) {
  const { t } = useTranslation('one-on-one');
  const topics = useTopics(meeting);
  return (
    <Section
      title={t('agenda.title')}
      lead={t('agenda.lead')}
      aside={!readOnly && <TopicIdeas topics={meeting.topics} add={topics.add} />}
    >
      {meeting.topics.length > 0 ? (
        <ul className={classes.list}>
          {meeting.topics.map((topic, place) => (
            <TopicRow
              key={topic.id}
              topic={topic}
              place={place}
              last={place === meeting.topics.length - 1}
              carried={topic.raised < meeting.number}
              change={readOnly ? null : topics}
            />
          ))}
        </ul>
      ) : (
        <Text c="dimmed">{t('agenda.none')}</Text>
      )}
      {!readOnly && <NewTopic add={topics.add} />}
    </Section>
  );
}

/** One more topic by Enter; the cursor stays for the next. */
function NewTopic({ add }: { add: (text: string) => Promise<boolean> }) {
  const { t } = useTranslation(['one-on-one', 'action']);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  async function submit() {
    if (!text.trim() || busy) return;
    setBusy(true);
    if (await add(text.trim())) setText('');
    setBusy(false);
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Group gap="sm" mt="md" wrap="nowrap">
        <TextInput
          flex={1}
          aria-label={t('agenda.add')}
          placeholder={t('agenda.add')}
          maxLength={1000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={<IconPlus size={18} />}
          disabled={!text.trim()}
          loading={busy}
        >
          {t('action:add')}
        </Button>
      </Group>
    </form>
  );
}
