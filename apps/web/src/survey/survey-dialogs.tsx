import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { useFormat } from '../ui/index.js';
import { useSay } from '../ui/use-say.js';
import { EndSurvey, StartSurvey, type Survey, touchesSurveys } from './survey.js';

type Props = {
  readonly survey: Pick<Survey, 'id' | 'name' | 'anchor' | 'scoreThreshold' | 'commentThreshold'>;
  readonly opened: boolean;
  readonly onClose: () => void;
};

/** After the start the promise stands: who is asked, what, and the thresholds. */
export function StartSurveyDialog({ survey, opened, onClose }: Props) {
  const { t } = useTranslation('survey');
  const { day } = useFormat();
  const say = useSay();
  const [{ fetching }, start] = useMutation(StartSurvey);
  async function confirm() {
    const { error } = await start({ id: survey.id }, touchesSurveys);
    if (error) return say.problem(error);
    say.done(t('said.started', { name: survey.name }));
    onClose();
  }
  return (
    <ConfirmDialog
      title={t('start.title', { name: survey.name })}
      opened={opened}
      action={t('start.action')}
      color="laurel"
      busy={fetching}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {t('start.lead', {
        day: day(survey.anchor),
        score: survey.scoreThreshold,
        comment: survey.commentThreshold,
      })}
    </ConfirmDialog>
  );
}

/** What was answered stays; only further waves do not come. */
export function EndSurveyDialog({ survey, opened, onClose }: Props) {
  const { t } = useTranslation('survey');
  const say = useSay();
  const [{ fetching }, end] = useMutation(EndSurvey);
  async function confirm() {
    const { error } = await end({ id: survey.id }, touchesSurveys);
    if (error) return say.problem(error);
    say.done(t('said.ended', { name: survey.name }));
    onClose();
  }
  return (
    <ConfirmDialog
      title={t('end.title', { name: survey.name })}
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
