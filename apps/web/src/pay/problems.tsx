import { Alert, Anchor, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Statement } from './statement.js';

/** What keeps a statement from being paid in full, and what to do about it. */
export function Problems({ problems }: { problems: Statement['problems'] }) {
  const { t } = useTranslation('pay');
  if (!problems.length) return null;
  return (
    <Alert
      color="gold"
      icon={<IconAlertTriangle />}
      title={t('problems', { count: problems.length })}
      mb="lg"
    >
      <List spacing="xs">
        {problems.map(({ code, message, dealId }) => (
          <List.Item key={`${code}:${dealId}`}>
            {t(`problem.${code}`, { defaultValue: message })}{' '}
            {dealId && (
              <Anchor component={Link} to={`/deals/${dealId}`} underline="always">
                {t('toDeal')}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
