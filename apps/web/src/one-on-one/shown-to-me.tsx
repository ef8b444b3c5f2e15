import { Accordion, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { DayText } from '../ui/index.js';
import classes from './one-on-one.module.css';
import { SharedQuery, type Shown } from './share.js';

/** What people whom I lead show me of what they talked about before; nothing where nobody does. */
export function ShownToMe() {
  const { t } = useTranslation('one-on-one');
  const [{ data }] = useQuery({ query: SharedQuery, requestPolicy: 'cache-and-network' });
  if (!data?.sharedOneOnOnes.length) return null;
  return (
    <section aria-label={t('share.shown')}>
      <Title order={2} size="h3">
        {t('share.shown')}
      </Title>
      <Text c="dimmed" size="sm" mb="md">
        {t('share.shownLead')}
      </Text>
      <Accordion variant="separated">
        {data.sharedOneOnOnes.map((shown) => (
          <OneShown key={shown.id} shown={shown} />
        ))}
      </Accordion>
    </section>
  );
}

function OneShown({ shown: { id, member, partner, sharedOn, notes, actions } }: { shown: Shown }) {
  const { t } = useTranslation('one-on-one');
  return (
    <Accordion.Item value={id}>
      <Accordion.Control>
        {t('share.of', { member: member.name, partner: partner.name })}
        <Text size="sm" c="dimmed">
          {t('share.until')} <DayText day={sharedOn} />
        </Text>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="md">
          {notes.length === 0 && <Text c="dimmed">{t('share.noNotes')}</Text>}
          {notes.map(({ number, day, text }) => (
            <div key={number}>
              <Text size="sm" c="dimmed">
                <DayText day={day} />
              </Text>
              <Text className={classes.words}>{text}</Text>
            </div>
          ))}
          {actions.length > 0 && (
            <div>
              <Text fw={600}>{t('actions.title')}</Text>
              <List>
                {actions.map(({ id: key, text, owner, dueOn }) => (
                  <List.Item key={key}>
                    {text}{' '}
                    <Text span size="sm" c="dimmed">
                      {owner.name}
                      {dueOn && (
                        <>
                          , {t('actions.due')} <DayText day={dueOn} />
                        </>
                      )}
                    </Text>
                  </List.Item>
                ))}
              </List>
            </div>
          )}
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}
