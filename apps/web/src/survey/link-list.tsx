import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat, wordsIn } from '../ui/index.js';
import type { Report } from './report.js';

/** Questions whose answers go with the score; only those of which that is more than noise come here. */
export function LinkList({ links }: { links: Report['links'] }) {
  const { t, i18n } = useTranslation('survey');
  const { number } = useFormat();
  const strongest = [...links].sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
  return (
    <>
      <Text c="dimmed" size="sm" mb="sm">
        {t('links.lead')}
      </Text>
      <List spacing="xs">
        {strongest.map(({ question, correlation, people }) => (
          <List.Item key={question.id}>
            {t(correlation > 0 ? 'links.with' : 'links.against', {
              question: wordsIn(question.text, i18n.language),
            })}{' '}
            <Text span size="sm" c="dimmed">
              {t('links.strength', { value: number(correlation, 2), people })}
            </Text>
          </List.Item>
        ))}
      </List>
    </>
  );
}
