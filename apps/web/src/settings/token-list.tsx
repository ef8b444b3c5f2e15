import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { EmptyState, Loaded, TimeText } from '../ui/index.js';
import { useSay } from '../ui/use-say.js';
import { NewToken } from './new-token.js';

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

const RevokeToken = graphql(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      id
      revokedAt
    }
  }
`);

/** Programs that may use the API, and the way to stop each. */
export function TokenList() {
  const { t } = useTranslation('settings');
  const [adding, setAdding] = useState(false);
  const say = useSay();
  const query = useQuery({ query: TokensQuery });
  const [, refetch] = query;
  const [{ fetching }, revoke] = useMutation(RevokeToken);
  const stop = async (id: string) => {
    const { error } = await revoke({ id });
    if (error) say.problem(error);
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
            <Table.ScrollContainer minWidth={480} type="native">
              <Table verticalSpacing="sm">
                <Table.Tbody>
                  {apiTokens.map(({ id, name, scopes, createdAt, revokedAt }) => (
                    <Table.Tr key={id}>
                      <Table.Td>
                        <Text fw={600}>{name}</Text>
                        <Text size="sm" c="dimmed">
                          <TimeText at={createdAt} />
                        </Text>
                      </Table.Td>
                      <Table.Td>{scopes.map((scope) => t(`scope.${scope}`)).join(', ')}</Table.Td>
                      <Table.Td ta="right">
                        {revokedAt ? (
                          <Badge color="gray">{t('revoked')}</Badge>
                        ) : (
                          <Button
                            variant="subtle"
                            color="red"
                            disabled={fetching}
                            onClick={() => void stop(id)}
                          >
                            {t('revoke')}
                          </Button>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          ) : (
            <EmptyState icon={IconKey} title={t('noTokens')}>
              {t('noTokensNext')}
            </EmptyState>
          )
        }
      </Loaded>
      <NewToken
        opened={adding}
        onClose={() => {
          setAdding(false);
          refetch({ requestPolicy: 'network-only' });
        }}
      />
    </Stack>
  );
}
