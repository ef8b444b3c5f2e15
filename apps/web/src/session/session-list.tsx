import { Badge, Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile, IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { Loaded, TimeText } from '../ui/index.js';
import { deviceOf } from './device.js';
import { FormProblem } from './form-problem.js';
import { useSession } from './session.js';

const SessionsQuery = graphql(`
  query Sessions {
    sessions {
      id
      createdAt
      seenAt
      address
      agent
      current
    }
  }
`);

const SignOutEverywhere = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere
  }
`);

/** Where the reader is signed in, and one button that ends all of it. */
export function SessionList() {
  const { t } = useTranslation('session');
  const { renew } = useSession();
  const query = useQuery({ query: SessionsQuery });
  const [{ fetching, error }, signOutEverywhere] = useMutation(SignOutEverywhere);
  const leave = async () => {
    const { data } = await signOutEverywhere({});
    if (data) renew();
  };
  return (
    <Stack gap="md">
      <FormProblem error={error} />
      <Loaded of={query}>
        {({ sessions }) => sessions.map((session) => <SessionRow key={session.id} {...session} />)}
      </Loaded>
      <Button
        variant="default"
        leftSection={<IconLogout size={18} />}
        loading={fetching}
        onClick={leave}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('account.everywhere')}
      </Button>
    </Stack>
  );
}

type Session = ResultOf<typeof SessionsQuery>['sessions'][number];

function SessionRow({ agent, address, seenAt, current }: Session) {
  const { t } = useTranslation('session');
  const device = deviceOf(agent ?? '');
  const Icon = device.mobile ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <Group wrap="nowrap" align="flex-start">
      <Icon size={22} stroke={1.6} aria-hidden />
      <Box flex={1} miw={0}>
        <Group gap="xs">
          <Text fw={600}>{device.name ?? t('account.unknownDevice')}</Text>
          {current && <Badge>{t('account.thisDevice')}</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {address && `${address} · `}
          <TimeText at={seenAt} />
        </Text>
      </Box>
    </Group>
  );
}
