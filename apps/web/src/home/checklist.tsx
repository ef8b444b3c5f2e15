import { Anchor, Text, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { HomeCard } from './home-card.js';
import classes from './home.module.css';

export type SetUpStep = { name: string; to: string; done: boolean };

/** What an organisation needs before the first statement, and what is done of it. */
export function Checklist({ steps }: { steps: SetUpStep[] }) {
  const { t } = useTranslation('home');
  const left = steps.filter(({ done }) => !done).length;
  return (
    <HomeCard title={t('setUp.title')}>
      <Text c="dimmed" mb="sm">
        {left ? t('setUp.left', { count: left }) : t('setUp.done')}
      </Text>
      <ol className={classes.steps}>
        {steps.map(({ name, to, done }) => (
          <li key={name} className={classes.stepRow} data-done={done || undefined}>
            <span className={classes.check}>
              {done && <IconCheck size={16} stroke={3} aria-hidden />}
            </span>
            <div>
              {done ? (
                <Text>{t(`setUp.${name}`)}</Text>
              ) : (
                <Anchor component={Link} to={to} fw={600}>
                  {t(`setUp.${name}`)}
                </Anchor>
              )}
              {done && <VisuallyHidden>{t('setUp.stepDone')}</VisuallyHidden>}
            </div>
          </li>
        ))}
      </ol>
    </HomeCard>
  );
}
