import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { useSay } from '../ui/use-say.js';
import { type Import, ImportFields } from './import-fields.js';

const UndoImport = graphql(
  `
    mutation UndoImport($id: ID!) {
      undoImport(id: $id) {
        ...ImportFields
      }
    }
  `,
  [ImportFields],
);

/** Takes back everything an import did, after asking. */
export function UndoButton({ current }: { current: Pick<Import, 'id' | 'fileName'> }) {
  const { t } = useTranslation('import');
  const say = useSay();
  const [opened, dialog] = useDisclosure();
  const [{ fetching }, undo] = useMutation(UndoImport);
  const confirm = async () => {
    const { error } = await undo({ id: current.id });
    dialog.close();
    if (error) say.problem(error);
  };
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconArrowBackUp size={18} />}
        onClick={dialog.open}
      >
        {t('undo.action')}
      </Button>
      <ConfirmDialog
        title={t('undo.title')}
        opened={opened}
        action={t('undo.action')}
        busy={fetching}
        onConfirm={() => void confirm()}
        onClose={dialog.close}
      >
        <Text>{t('undo.lead', { file: current.fileName })}</Text>
      </ConfirmDialog>
    </>
  );
}
