import { Button, Card, Grid, Group, Stack, Title } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { useSignedIn } from '../session/session.js';
import { useSay } from '../ui/use-say.js';
import { AudienceFields } from './audience-fields.js';
import { PreviewCard } from './preview-card.js';
import { QuestionPicker } from './question-picker.js';
import { ScheduleFields } from './schedule-fields.js';
import { StartSurveyDialog } from './survey-dialogs.js';
import { inputOfDraft, type SurveyDraft, thresholdFloor } from './survey-draft.js';
import { type Bank, SaveSurvey, touchesSurveys } from './survey.js';
import { ThresholdFields } from './threshold-fields.js';

export type DraftForm = UseFormReturnType<SurveyDraft>;
type Props = { readonly id?: string; readonly bank: Bank; readonly start: SurveyDraft };

/** All of a survey on one page, with what people will see beside it. */
export function SurveyEditor({ id, bank, start }: Props) {
  const { t } = useTranslation(['survey', 'action']);
  const form = useDraftForm(start);
  const { saving, save } = useSaveDraft(id);
  const navigate = useNavigate();
  const [starting, setStarting] = useState<string | null>(null);
  const keep = form.onSubmit(async (draft) => {
    if (await save(draft)) await navigate('/surveys');
  });
  const begin = form.onSubmit(async (draft) => setStarting(await save(draft)));
  return (
    <form onSubmit={keep} noValidate>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="lg">
            <Part title={t('editor.schedule')}>
              <ScheduleFields form={form} />
            </Part>
            <Part title={t('editor.questions')}>
              <QuestionPicker form={form} bank={bank} />
            </Part>
            <Part title={t('editor.audience')}>
              <AudienceFields form={form} bank={bank} />
            </Part>
            <Part title={t('editor.thresholds')}>
              <ThresholdFields form={form} />
            </Part>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <PreviewCard draft={form.values} bank={bank} />
        </Grid.Col>
      </Grid>
      <Group justify="flex-end" mt="lg">
        <Button variant="subtle" component={Link} to="/surveys">
          {t('action:cancel')}
        </Button>
        <Button variant="default" type="submit" loading={saving}>
          {t('editor.keep')}
        </Button>
        <Button loading={saving} onClick={() => begin()}>
          {t('start.action')}
        </Button>
      </Group>
      <StartSurveyDialog
        survey={{ ...form.values, id: starting ?? '', anchor: form.values.anchor ?? '' }}
        opened={starting !== null}
        onClose={() => void navigate('/surveys')}
      />
    </form>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card component="section" aria-label={title}>
      <Title order={2} size="h3" mb="md">
        {title}
      </Title>
      <Stack>{children}</Stack>
    </Card>
  );
}

/** Saves the draft; answers its id, null when it was refused. */
function useSaveDraft(id: string | undefined) {
  const { t } = useTranslation('survey');
  const say = useSay();
  const [{ fetching }, mutate] = useMutation(SaveSurvey);
  const [known, setKnown] = useState(id);
  async function save(draft: SurveyDraft): Promise<string | null> {
    const { data, error } = await mutate({ input: inputOfDraft(draft, known) }, touchesSurveys);
    if (error) say.problem(error);
    if (!data) return null;
    setKnown(data.saveSurvey.id);
    say.done(t('said.saved', { name: data.saveSurvey.name }));
    return data.saveSurvey.id;
  }
  return { saving: fetching, save };
}

function useDraftForm(start: SurveyDraft): DraftForm {
  const { t } = useTranslation(['survey', 'action']);
  const { member } = useSignedIn();
  return useForm<SurveyDraft>({
    initialValues: start,
    validate: {
      name: (name) => (name.trim() ? null : t('action:required')),
      anchor: (day) => (day ? null : t('action:required')),
      questionIds: (ids) => (ids.length ? null : t('editor.noQuestion')),
      teamIds: (ids) => (member.hr || ids.length ? null : t('editor.noTeam')),
      scoreThreshold: (least) =>
        least >= thresholdFloor ? null : t('editor.floor', { floor: thresholdFloor }),
      commentThreshold: (least, { scoreThreshold }) =>
        least >= 2 * scoreThreshold ? null : t('editor.twice', { least: 2 * scoreThreshold }),
    },
  });
}
