import { Anchor, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../ui/index.js';
import type { PeriodStatements } from './finance-home.js';
import { HomeCard } from './home-card.js';

const shown = 5;

/** Statements that cannot be paid in full yet, and why. */
export function OpenProblems({
  period,
  statements,
}: {
  period: string;
  statements: PeriodStatements;
}) {
  const { t } = useTranslation('home');
  const open = statements.rows.filter(({ problems }) => problems.length > 0);
  return (
    <HomeCard title={t('problems.title')}>
      {open.length === 0 && (
        <EmptyState icon={IconCircleCheck} title={t('problems.none')}>
          {t('problems.noneNext')}
        </EmptyState>
      )}
      <Stack gap="sm">
        {open.slice(0, shown).map(({ id, payee, problems }) => (
          <div key={id}>
            <Anchor component={Link} to={`/statements/${payee.id}?period=${period}`} fw={500}>
              {payee.name}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t(`problems.${problems[0]!.code}`, { defaultValue: problems[0]!.message })}
            </Text>
          </div>
        ))}
        {open.length > shown && (
          <Text size="sm">{t('problems.more', { count: open.length - shown })}</Text>
        )}
      </Stack>
    </HomeCard>
  );
}
