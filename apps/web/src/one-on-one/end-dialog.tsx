import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { useSay } from '../ui/use-say.js';
import { EndOneOnOne, type Series, touchesOneOnOnes } from './one-on-one.js';

type Props = { readonly series: Series; readonly opened: boolean; readonly onClose: () => void };

/** What was written stays; only further meetings do not come. */
export function EndDialog({ series, opened, onClose }: Props) {
  const { t } = useTranslation('one-on-one');
  const say = useSay();
  const [{ fetching }, end] = useMutation(EndOneOnOne);
  const { name } = series.partner;
  async function confirm() {
    const { error } = await end({ id: series.id }, touchesOneOnOnes);
    if (error) return say.problem(error);
    say.done(t('said.ended', { name }));
    onClose();
  }
  return (
    <ConfirmDialog
      title={t('end.title', { name })}
      opened={opened}
      action={t('end.action')}
      busy={fetching}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {t('end.lead')}
    </ConfirmDialog>
  );
}
