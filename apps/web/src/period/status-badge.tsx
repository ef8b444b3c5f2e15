import { Badge } from '@mantine/core';
import { IconLock, IconLockOpen, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PeriodRow } from '../ui/index.js';

const looks = {
  open: { color: 'laurel', icon: IconLockOpen },
  closed: { color: 'yellow', icon: IconPlayerPause },
  locked: { color: 'gray', icon: IconLock },
} as const;

/** Open, closed or locked: in words, with a sign and a colour. */
export function StatusBadge({ status }: { status: PeriodRow['status'] }) {
  const { t } = useTranslation('period');
  const { color, icon: Icon } = looks[status];
  return (
    <Badge variant="light" color={color} tt="none" leftSection={<Icon size={14} aria-hidden />}>
      {t(status)}
    </Badge>
  );
}
