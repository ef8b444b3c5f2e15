import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconCalendarShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { Dialog } from '../ui/dialog.js';
import { CopyAction } from '../ui/copy-action.js';
import { Loaded, TimeText } from '../ui/index.js';
import { useSay } from '../ui/use-say.js';
import {
  CalendarFeedQuery,
  RenewCalendarFeed,
  RevokeCalendarFeed,
  touchesFeed,
} from './calendar.js';

/** The way to one's one-on-ones in one's own calendar program. */
export function CalendarButton() {
  const { t } = useTranslation(['one-on-one', 'action']);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCalendarShare size={18} />}
        onClick={() => setOpened(true)}
      >
        {t('feed.link')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('feed.title')}>
        <Feed />
      </Dialog>
    </>
  );
}

/** A secret address: made, shown once, made anew, or ended. */
function Feed() {
  const { t } = useTranslation('one-on-one');
  const query = useQuery({ query: CalendarFeedQuery, requestPolicy: 'cache-and-network' });
  const { address, busy, renew, revoke } = useFeed();
  return (
    <Loaded of={query}>
      {({ calendarFeed: feed }) => (
        <Stack>
          <Text>{t('feed.lead')}</Text>
          {address && <NewAddress address={address} />}
          {feed && !address && (
            <Text c="dimmed">
              {t('feed.since')} <TimeText at={feed.createdAt} />. {t('feed.onlyOnce')}
            </Text>
          )}
          <Group>
            <Button
              variant={address ? 'default' : 'filled'}
              loading={busy}
              onClick={() => void renew()}
            >
              {t(feed ? 'feed.renew' : 'feed.make')}
            </Button>
            {feed && (
              <Button variant="subtle" color="red" loading={busy} onClick={() => void revoke()}>
                {t('feed.revoke')}
              </Button>
            )}
          </Group>
          {feed && (
            <Text size="sm" c="dimmed">
              {t('feed.renewLead')}
            </Text>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function NewAddress({ address }: { address: string }) {
  const { t } = useTranslation('one-on-one');
  return (
    <Alert color="gold" title={t('feed.once')}>
      <Stack gap="xs">
        <Group wrap="nowrap" gap="xs">
          <Code style={{ overflowWrap: 'anywhere' }}>{address}</Code>
          <CopyAction text={address} />
        </Group>
        <Text size="sm">{t('feed.how')}</Text>
      </Stack>
    </Alert>
  );
}

function useFeed() {
  const { t } = useTranslation('one-on-one');
  const say = useSay();
  const [address, setAddress] = useState<string | null>(null);
  const [making, make] = useMutation(RenewCalendarFeed);
  const [ending, end] = useMutation(RevokeCalendarFeed);
  return {
    address,
    busy: making.fetching || ending.fetching,
    renew: async () => {
      const { data, error } = await make({}, touchesFeed);
      if (error) say.problem(error);
      setAddress(data?.renewCalendarFeed ?? null);
    },
    revoke: async () => {
      const { error } = await end({}, touchesFeed);
      if (error) return say.problem(error);
      setAddress(null);
      say.done(t('feed.revoked'));
    },
  };
}
