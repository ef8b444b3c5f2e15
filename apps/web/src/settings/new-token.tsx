import { Alert, Button, Checkbox, Code, Group, Stack, TextInput } from '@mantine/core';
import { apiScopes, type ApiScope } from '@laurel/shared/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { FormProblem } from '../session/form-problem.js';
import { Dialog } from '../ui/dialog.js';
import { CopyAction } from '../ui/copy-action.js';

const CreateToken = graphql(`
  mutation CreateApiToken($name: String!, $scopes: [ApiScope!]!) {
    createApiToken(name: $name, scopes: $scopes) {
      secret
    }
  }
`);

type Props = { readonly opened: boolean; readonly onClose: () => void };

/** Makes a token; its secret is shown this once. */
export function NewToken({ opened, onClose }: Props) {
  const { t } = useTranslation(['settings', 'action']);
  return (
    <Dialog opened={opened} onClose={onClose} title={t('newToken')}>
      <Fields />
    </Dialog>
  );
}

function Fields() {
  const { t } = useTranslation('settings');
  const [{ data, error, fetching }, create] = useMutation(CreateToken);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<ApiScope[]>(['read']);
  if (data) return <Secret secret={data.createApiToken.secret} />;
  return (
    <Stack>
      <FormProblem error={error} />
      <TextInput
        data-autofocus
        label={t('tokenName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={t('may')}
        value={scopes}
        onChange={(values) => setScopes(apiScopes.filter((scope) => values.includes(scope)))}
      >
        <Stack mt="xs" gap="xs">
          {apiScopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={t(`scope.${scope}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Button
        loading={fetching}
        disabled={!name.trim() || !scopes.length}
        onClick={() => void create({ name, scopes })}
      >
        {t('create')}
      </Button>
    </Stack>
  );
}

function Secret({ secret }: { secret: string }) {
  const { t } = useTranslation('settings');
  return (
    <Alert color="laurel" title={t('once')}>
      <Group wrap="nowrap">
        <Code style={{ overflowWrap: 'anywhere' }}>{secret}</Code>
        <CopyAction text={secret} />
      </Group>
    </Alert>
  );
}
