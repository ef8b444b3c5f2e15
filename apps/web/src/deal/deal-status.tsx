import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DealStatus } from './deal-fields.js';

const colors: Readonly<Record<DealStatus, string>> = { open: 'blue', won: 'laurel', lost: 'gray' };

/** Open, won or lost. */
export function DealStatusBadge({ status }: { status: DealStatus }) {
  const { t } = useTranslation('deal');
  return (
    <Badge color={colors[status]} flex="none">
      {t(`status.${status}`)}
    </Badge>
  );
}
