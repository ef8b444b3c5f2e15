import { Blockquote, Card, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormat } from '../ui/index.js';
import { mailboxes } from './draft.js';
import { SurveyRepliesQuery } from './survey-form.js';

/** What was replied to comments written on this device; nothing while there is none. */
export function Replies() {
  const { t } = useTranslation('survey-form');
  const { day } = useFormat();
  const [own] = useState(mailboxes);
  const [{ data }] = useQuery({
    query: SurveyRepliesQuery,
    variables: { mailboxes: [...own] },
    pause: own.length === 0,
  });
  if (!data?.surveyReplies.length) return null;
  return (
    <Card component="section" aria-labelledby="replies" mt="lg">
      <Title order={2} fz="h3" id="replies">
        {t('replies.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('replies.lead')}
      </Text>
      <Stack gap="md">
        {data.surveyReplies.map((reply) => (
          <div key={`${reply.comment} ${reply.text}`}>
            <Blockquote p="sm" mb="xs">
              {reply.comment}
            </Blockquote>
            <Text>{reply.text}</Text>
            <Text size="sm" c="dimmed">
              {day(reply.writtenOn)}
            </Text>
          </div>
        ))}
      </Stack>
    </Card>
  );
}
