import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { useSay } from '../ui/use-say.js';
import { RemoveCreditingRule, type Rule, touchesRules } from './crediting.js';

type Props = { readonly rule: Rule | null; readonly onClose: () => void };

/** Asks, because all deals it was about are credited again. */
export function RemoveRule({ rule, onClose }: Props) {
  const { t } = useTranslation(['crediting', 'action']);
  const say = useSay();
  const [{ fetching }, remove] = useMutation(RemoveCreditingRule);

  async function confirm() {
    const { error } = await remove({ id: rule!.id }, touchesRules);
    if (error) return say.problem(error);
    say.done(t('said.removed', { name: rule!.name }));
    onClose();
  }

  return (
    <ConfirmDialog
      title={t('remove.title')}
      opened={rule !== null}
      action={t('action:remove')}
      busy={fetching}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {rule && t('remove.lead', { name: rule.name })}
    </ConfirmDialog>
  );
}
