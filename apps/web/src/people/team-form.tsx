import { Button, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { useSay } from '../ui/use-say.js';

const SaveTeam = graphql(`
  mutation SaveTeam($input: TeamInput!) {
    saveTeam(input: $input) {
      id
      name
      parentId
    }
  }
`);

export type EditedTeam = { id?: string; name: string; parentId: string | null };

type Props = {
  readonly team: EditedTeam | null;
  readonly teams: readonly { id: string; name: string }[];
  readonly onClose: () => void;
};

/** Names a team and says which team it belongs to. */
export function TeamForm({ team, teams, onClose }: Props) {
  const { t } = useTranslation(['people', 'action']);
  return (
    <Dialog
      opened={team !== null}
      onClose={onClose}
      title={t(team?.id ? 'team.editTitle' : 'team.add')}
    >
      {team && <Fields team={team} teams={teams} onClose={onClose} />}
    </Dialog>
  );
}

function Fields({ team, teams, onClose }: Props & { team: EditedTeam }) {
  const { t } = useTranslation(['people', 'action']);
  const say = useSay();
  const [{ fetching }, save] = useMutation(SaveTeam);
  const form = useForm({
    initialValues: { name: team.name, parentId: team.parentId },
    validate: { name: (value) => (value.trim() ? null : t('action:required')) },
  });
  const submit = async (values: typeof form.values) => {
    const input = { id: team.id ?? null, ...values };
    const { error } = await save({ input }, { additionalTypenames: ['Team'] });
    if (error) return say.problem(error);
    say.done(t('said.teamSaved', { name: values.name }));
    onClose();
  };
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <Stack>
        <TextInput
          label={t('column.name')}
          required
          data-autofocus
          maxLength={200}
          {...form.getInputProps('name')}
        />
        <Select
          label={t('team.parent')}
          description={t('team.parentLead')}
          clearable
          searchable
          data={teams
            .filter(({ id }) => id !== team.id)
            .map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('parentId')}
        />
        <DialogFooter onCancel={onClose}>
          <Button type="submit" loading={fetching}>
            {t('action:save')}
          </Button>
        </DialogFooter>
      </Stack>
    </form>
  );
}
