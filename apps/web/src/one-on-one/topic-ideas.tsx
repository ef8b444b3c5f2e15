import { topicBank, topicThemes } from '@laurel/one-on-one/core';
import { Button, Menu } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '../ui/index.js';
import type { Topic } from './meeting.js';

type Props = {
  readonly topics: readonly Topic[];
  readonly add: (text: string) => Promise<boolean>;
};

/** Questions that can be put on the agenda; one that stands there already is left out. */
export function TopicIdeas({ topics, add }: Props) {
  const { t, i18n } = useTranslation('one-on-one');
  const taken = new Set(topics.map(({ text }) => text));
  const ideas = topicBank
    .map(({ theme, text }) => ({ theme, text: wordsIn(text, i18n.language) }))
    .filter(({ text }) => !taken.has(text));
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="subtle" size="compact-md" leftSection={<IconBulb size={18} />}>
          {t('ideas.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} maw="calc(100vw - 2rem)" style={{ overflowY: 'auto' }}>
        {topicThemes.map((theme) => (
          <Fragment key={theme}>
            <Menu.Label>{t(`ideas.${theme}`)}</Menu.Label>
            {ideas
              .filter((idea) => idea.theme === theme)
              .map(({ text }) => (
                <Menu.Item key={text} onClick={() => void add(text)}>
                  {text}
                </Menu.Item>
              ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
