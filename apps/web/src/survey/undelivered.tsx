import { Alert, List } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Whom no mail reached, and why, so that somebody mends the address; nothing when all went out. */
export function Undelivered({
  mails,
}: {
  mails: readonly { readonly address: string; readonly reason: string }[];
}) {
  const { t } = useTranslation('survey');
  if (!mails.length) return null;
  return (
    <Alert
      color="orange"
      mb="md"
      icon={<IconMailOff />}
      title={t('undelivered.title', { count: mails.length })}
    >
      {t('undelivered.lead')}
      <List size="sm" mt="xs">
        {mails.slice(0, shown).map(({ address, reason }) => (
          <List.Item key={`${address} ${reason}`}>
            {address}: {reason}
          </List.Item>
        ))}
      </List>
      {mails.length > shown && t('undelivered.more', { count: mails.length - shown })}
    </Alert>
  );
}

const shown = 10;
