import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './unread.module.css';
import { useHistory, useStatementChange } from './statement.js';

/** A mark beside "My pay" while a statement of mine has changed since I looked. */
export function UnreadPay({ memberId }: { memberId: string }) {
  const { t } = useTranslation('seen');
  const [{ data }, refetch] = useHistory(memberId);
  useStatementChange({ memberId }, () => refetch({ requestPolicy: 'network-only' }));
  if (!data?.statementHistory.some(({ changed }) => changed)) return null;
  return (
    <span className={classes.unread}>
      <VisuallyHidden>{t('unread')}</VisuallyHidden>
    </span>
  );
}
