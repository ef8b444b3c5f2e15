import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './badge.module.css';

const shown = 6;

/** The deals an award rests on, by their ids in the customer's own system. */
export function Evidence({ of }: { of: readonly string[] }) {
  const { t } = useTranslation('badge');
  if (!of.length) return null;
  return (
    <>
      <Text size="sm" c="dimmed" mt="xs">
        {t('restsOn')}
      </Text>
      <ul className={classes.evidence}>
        {of.slice(0, shown).map((deal) => (
          <li key={deal}>
            <Badge color="gray" variant="default">
              {deal}
            </Badge>
          </li>
        ))}
        {of.length > shown && <li>{t('more', { count: of.length - shown })}</li>}
      </ul>
    </>
  );
}
