import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Outcome, outcomeColours } from './status.js';

/** Held, skipped, missed or still to come. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('one-on-one');
  return (
    <Badge component="span" variant="light" color={outcomeColours[outcome]}>
      {t(`outcome.${outcome}`)}
    </Badge>
  );
}
