import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { CopyAction } from '../ui/copy-action.js';
import { useFormat } from '../ui/index.js';
import { useSay } from '../ui/use-say.js';
import type { Person } from './person-fields.js';

const InviteMember = graphql(`
  mutation InviteMember($memberId: ID!) {
    inviteMember(memberId: $memberId) {
      link
      expiresAt
      sent
    }
  }
`);

type Props = { readonly person: Person; readonly opened: boolean; readonly onClose: () => void };

/** Sends an invitation, or shows its link when no mail can be sent from here. */
export function InviteDialog({ person, opened, onClose }: Props) {
  const { t } = useTranslation(['people', 'action']);
  const say = useSay();
  const [{ data, fetching }, invite] = useMutation(InviteMember);
  const send = async () => {
    const { error } = await invite({ memberId: person.id });
    if (error) say.problem(error);
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={t('invite.title', { name: person.name })}>
      {data ? (
        <Invited invitation={data.inviteMember} email={person.email} onClose={onClose} />
      ) : (
        <Stack>
          <Text>{t('invite.lead', { email: person.email })}</Text>
          <DialogFooter onCancel={onClose}>
            <Button loading={fetching} onClick={() => void send()} data-autofocus>
              {t('invite.action')}
            </Button>
          </DialogFooter>
        </Stack>
      )}
    </Dialog>
  );
}

type InvitedProps = {
  invitation: { link: string; expiresAt: string; sent: boolean };
  email: string;
  onClose: () => void;
};

function Invited({ invitation: { link, expiresAt, sent }, email, onClose }: InvitedProps) {
  const { t } = useTranslation('people');
  const { instant } = useFormat();
  return (
    <Stack aria-live="polite">
      <Text>{sent ? t('invite.sent', { email }) : t('invite.notSent')}</Text>
      {!sent && (
        <TextInput
          label={t('invite.link')}
          value={link}
          readOnly
          rightSection={<CopyAction text={link} />}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
      <Text size="sm" c="dimmed">
        {t('invite.expires', { at: instant(expiresAt) })}
      </Text>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('invite.done')}</Button>
      </Group>
    </Stack>
  );
}
