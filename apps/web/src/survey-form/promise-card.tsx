import { Button, Card, List, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SurveyForm } from './survey-form.js';

/** What will my manager see? Told before the first question. */
export function PromiseCard({ form, onStart }: { form: SurveyForm; onStart: () => void }) {
  const { t } = useTranslation('survey-form');
  const { scoreThreshold, commentThreshold, dimensions } = form;
  const cuts = dimensions.filter((each) => each !== 'all').map((each) => t(`dimension.${each}`));
  const points = [
    t('promise.groups', { count: scoreThreshold }),
    t('promise.comments', { count: commentThreshold }),
    ...(cuts.length ? [t('promise.cuts', { cuts: cuts.join(', ') })] : []),
    t('promise.later'),
    t('promise.nobody'),
  ];
  return (
    <Card component="section" aria-labelledby="promise">
      <ThemeIcon size={48} radius="xl" variant="light" mb="sm" aria-hidden>
        <IconShieldLock size={26} stroke={1.5} />
      </ThemeIcon>
      <Title order={2} fz="h3" id="promise" mb="sm">
        {t('promise.title')}
      </Title>
      <List
        spacing="sm"
        icon={
          <ThemeIcon size={20} radius="xl" variant="light" aria-hidden>
            <IconCheck size={14} />
          </ThemeIcon>
        }
      >
        {points.map((point) => (
          <List.Item key={point}>{point}</List.Item>
        ))}
      </List>
      <Button size="lg" fullWidth mt="lg" onClick={onStart}>
        {t('promise.start', { count: form.questions.length })}
      </Button>
      <Text size="sm" c="dimmed" ta="center" mt="sm">
        {t('promise.choice')}
      </Text>
    </Card>
  );
}
