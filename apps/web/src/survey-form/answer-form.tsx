import { Alert, Button, Progress, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { PageHeader, useFormat, useProblemText } from '../ui/index.js';
import { answersOf, forgetDraft, keepMailboxes } from './draft.js';
import { PromiseCard } from './promise-card.js';
import { QuestionCard } from './question-card.js';
import { type Access, AnswerSurvey, type SurveyForm, touchesForms } from './survey-form.js';
import classes from './survey-form.module.css';
import { Thanks } from './thanks.js';
import { useDraft } from './use-draft.js';

/** From the promise to the thanks: what was chosen stays on this device until it is sent. */
export function AnswerForm({ form, access }: { form: SurveyForm; access: Access }) {
  const { t } = useTranslation('survey-form');
  const { day } = useFormat();
  const [step, setStep] = useState<'promise' | 'questions' | 'thanks'>('promise');
  if (form.answered || step === 'thanks') return <Thanks form={form} />;
  const lead = t('lead', { organization: form.organizationName, day: day(form.closesOn) });
  return (
    <>
      <PageHeader title={form.name} lead={lead} />
      {step === 'promise' ? (
        <PromiseCard form={form} onStart={() => setStep('questions')} />
      ) : (
        <Questions form={form} access={access} onSent={() => setStep('thanks')} />
      )}
    </>
  );
}

type Props = { form: SurveyForm; access: Access; onSent: () => void };

function Questions({ form: { waveId, questions, commentThreshold }, access, onSent }: Props) {
  const { t } = useTranslation('survey-form');
  const problemText = useProblemText();
  const { draft, answer, ready } = useDraft(waveId);
  const [{ fetching, error }, send] = useMutation(AnswerSurvey);
  const given = questions.filter(({ id }) => draft.answers[id] !== undefined).length;
  const submit = async () => {
    const sent = answersOf(ready());
    const { data } = await send({ input: { ...access, ...sent } }, touchesForms);
    if (!data) return;
    keepMailboxes(sent);
    forgetDraft(waveId);
    onSent();
  };
  return (
    <Stack gap="md">
      {questions.map((question, i) => (
        <QuestionCard
          key={question.id}
          question={question}
          commentThreshold={commentThreshold}
          number={i + 1}
          answer={draft.answers[question.id]}
          onAnswer={(value) => answer(question.id, value)}
        />
      ))}
      {error && (
        <Alert color="red" role="alert" icon={<IconAlertCircle />} title={t('send.kept')}>
          {problemText(error)}
        </Alert>
      )}
      <div className={classes.send}>
        <Progress value={(given / questions.length) * 100} size="sm" mb="xs" aria-hidden />
        <Button
          fullWidth
          size="lg"
          leftSection={<IconSend size={20} />}
          disabled={given === 0}
          loading={fetching}
          onClick={() => void submit()}
        >
          {t('send.submit')}
        </Button>
        <Text size="sm" c="dimmed" ta="center" mt={6} aria-live="polite">
          {t('send.given', { count: given, all: questions.length })}
        </Text>
      </div>
    </Stack>
  );
}
