import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { EmptyState, Loaded, TimeText } from '../ui/index.js';
import { NewToken } from './new-token.js';
import { RevokeAction } from './revoke-action.js';

const TokensQuery = graphql(`
  query ApiTokens {
    apiTokens {
      id
      name
      scopes
      createdAt
      usedAt
      revokedAt
    }
  }
`);

export type Token = ResultOf<typeof TokensQuery>['apiTokens'][number];

/** Programs that may use the API, and the way to stop each. */
export function TokenList() {
  const { t } = useTranslation('settings');
  const [adding, setAdding] = useState(false);
  const query = useQuery({ query: TokensQuery });
  const [, refetch] = query;
  const close = () => {
    setAdding(false);
    refetch({ requestPolicy: 'network-only' });
  };
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('tokens')}
        </Title>
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('newToken')}
        </Button>
      </Group>
      <Loaded of={query}>
        {({ apiTokens }) =>
          apiTokens.length ? (
            <TokenTable tokens={apiTokens} />
          ) : (
            <EmptyState icon={IconKey} title={t('noTokens')}>
              {t('noTokensNext')}
            </EmptyState>
          )
        }
      </Loaded>
      <NewToken opened={adding} onClose={close} />
    </Stack>
  );
}

function TokenTable({ tokens }: { tokens: readonly Token[] }) {
  const { t } = useTranslation('settings');
  return (
    <Table.ScrollContainer minWidth={640} type="native">
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>{t('may')}</Table.Th>
            <Table.Th>{t('created')}</Table.Th>
            <Table.Th>{t('used')}</Table.Th>
            <Table.Th ta="right">{t('state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function TokenRow({ token }: { token: Token }) {
  const { t } = useTranslation('settings');
  const { name, scopes, createdAt, usedAt, revokedAt } = token;
  return (
    <Table.Tr>
      <Table.Td fw={600}>{name}</Table.Td>
      <Table.Td>{scopes.map((scope) => t(`scope.${scope}`)).join(', ')}</Table.Td>
      <Table.Td>
        <TimeText at={createdAt} />
      </Table.Td>
      <Table.Td>{usedAt ? <TimeText at={usedAt} /> : t('never')}</Table.Td>
      <Table.Td ta="right">
        {revokedAt ? <Text c="dimmed">{t('revoked')}</Text> : <RevokeAction token={token} />}
      </Table.Td>
    </Table.Tr>
  );
}
