import { Card, Group, Text, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '../ui/index.js';
import { StepField } from './step-field.js';
import type { Question } from './survey-form.js';

type Props = {
  question: Question;
  /** Fewest comments that are read. */
  commentThreshold: number;
  number: number;
  answer: number | string | undefined;
  onAnswer: (answer: number | string | undefined) => void;
};

const longestComment = 2_000;

/** One question; every one may be left out. */
export function QuestionCard({ question, commentThreshold, number, answer, onAnswer }: Props) {
  const { i18n } = useTranslation();
  const text = wordsIn(question.text, i18n.language);
  return (
    <Card component="section" aria-label={text}>
      <Group gap="sm" wrap="nowrap" align="baseline" mb="md">
        <Text c="dimmed" size="sm" className="figure">
          {number}
        </Text>
        <Title order={2} fz="h4">
          {text}
        </Title>
      </Group>
      <Field {...{ question, commentThreshold, text, answer, onAnswer }} />
    </Card>
  );
}

type FieldProps = Omit<Props, 'number'> & { text: string };

function Field({ question, commentThreshold, text, answer, onAnswer }: FieldProps) {
  const { t } = useTranslation('survey-form');
  if (question.kind === 'text')
    return (
      <Textarea
        aria-label={text}
        description={t('text.lead', { count: commentThreshold })}
        autosize
        minRows={3}
        maxLength={longestComment}
        value={typeof answer === 'string' ? answer : ''}
        onChange={({ currentTarget }) => onAnswer(currentTarget.value || undefined)}
      />
    );
  return <Steps question={question} text={text} answer={answer} onAnswer={onAnswer} />;
}

type StepsProps = Omit<FieldProps, 'commentThreshold'>;

function Steps({ question: { kind, options }, text, answer, onAnswer }: StepsProps) {
  const { t, i18n } = useTranslation('survey-form');
  const value = typeof answer === 'number' ? answer : undefined;
  const field = { label: text, value, onChange: onAnswer };
  if (kind === 'choice' || kind === 'agreement') {
    const words =
      kind === 'choice'
        ? (options as object[]).map((option, i) => [i, wordsIn(option, i18n.language)] as const)
        : [1, 2, 3, 4, 5].map((step) => [step, t(`agreement.${step}`)] as const);
    return (
      <StepField
        {...field}
        stacked
        steps={words.map(([step, said]) => ({ value: step, text: said, said }))}
      />
    );
  }
  const first = kind === 'zeroToTen' ? 0 : 1;
  const steps = Array.from({ length: 11 - first }, (_, i) => first + i);
  return (
    <>
      <StepField
        {...field}
        steps={steps.map((step) => ({
          value: step,
          text: String(step),
          said: t('step', { step, first, last: 10 }),
        }))}
      />
      <Group justify="space-between" mt={6} gap="xs">
        <Text size="sm" c="dimmed">
          {t(`ends.${kind}.low`)}
        </Text>
        <Text size="sm" c="dimmed">
          {t(`ends.${kind}.high`)}
        </Text>
      </Group>
    </>
  );
}
