import { drivers } from '@laurel/survey/core';
import { Button, Select, Stack, Switch, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { useSay } from '../ui/use-say.js';
import { keyOfText } from './survey-draft.js';
import { type QuestionInput, SaveSurveyQuestion } from './survey.js';

type Props = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
};

const kinds = ['agreement', 'oneToTen', 'choice', 'text'] as const;

/** A question of one's own, in both languages of the people asked. */
export function OwnQuestionDialog({ opened, ...rest }: Props) {
  const { t } = useTranslation(['survey', 'action']);
  return (
    <Dialog opened={opened} onClose={rest.onClose} size="lg" title={t('own.add')}>
      <Fields {...rest} />
    </Dialog>
  );
}

type Values = {
  kind: (typeof kinds)[number];
  driver: string;
  positive: boolean;
  en: string;
  de: string;
  optionsEn: string;
  optionsDe: string;
};

function Fields({ onClose, onAdded }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['survey', 'action']);
  const say = useSay();
  const form = useOwnForm();
  const [{ fetching }, save] = useMutation(SaveSurveyQuestion);
  const { kind } = form.values;
  async function add(values: Values) {
    const { data, error } = await save({ input: inputOf(values) });
    if (error) return say.problem(error);
    if (data) onAdded(data.saveSurveyQuestion.id);
    onClose();
  }
  const submit = form.onSubmit((values) => void add(values));
  return (
    // The dialog stands inside the survey's own form, which must not be sent with it.
    <form
      onSubmit={(event) => {
        event.stopPropagation();
        submit(event);
      }}
      noValidate
    >
      <Stack>
        <Select
          label={t('own.kind')}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <Textarea
          label={t('own.en')}
          required
          autosize
          maxLength={500}
          {...form.getInputProps('en')}
        />
        <Textarea
          label={t('own.de')}
          required
          autosize
          maxLength={500}
          {...form.getInputProps('de')}
        />
        {kind === 'choice' && <Options form={form} />}
        <Select
          label={t('own.driver')}
          clearable
          data={drivers.map((value) => ({ value, label: t(`driver.${value}` as 'driver.team') }))}
          {...form.getInputProps('driver')}
        />
        {kind === 'agreement' && (
          <Switch
            label={t('own.positive')}
            {...form.getInputProps('positive', { type: 'checkbox' })}
          />
        )}
        <DialogFooter onCancel={onClose}>
          <Button type="submit" loading={fetching}>
            {t('action:add')}
          </Button>
        </DialogFooter>
      </Stack>
    </form>
  );
}

function Options({ form }: { form: ReturnType<typeof useOwnForm> }) {
  const { t } = useTranslation('survey');
  return (
    <>
      <Textarea
        label={t('own.optionsEn')}
        description={t('own.optionsLead')}
        required
        autosize
        minRows={2}
        {...form.getInputProps('optionsEn')}
      />
      <Textarea
        label={t('own.optionsDe')}
        required
        autosize
        minRows={2}
        {...form.getInputProps('optionsDe')}
      />
    </>
  );
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const inputOf = ({
  kind,
  driver,
  positive,
  en,
  de,
  optionsEn,
  optionsDe,
}: Values): QuestionInput => ({
  key: keyOfText(en),
  kind,
  driver: driver || null,
  positive: kind === 'agreement' ? positive : true,
  text: { en: en.trim(), de: de.trim() },
  options:
    kind === 'choice'
      ? lines(optionsEn).map((word, i) => ({ en: word, de: lines(optionsDe)[i] }))
      : [],
});

function useOwnForm() {
  const { t } = useTranslation(['survey', 'action']);
  const required = (text: string) => (text.trim() ? null : t('action:required'));
  return useForm<Values>({
    initialValues: {
      kind: 'agreement',
      driver: '',
      positive: true,
      en: '',
      de: '',
      optionsEn: '',
      optionsDe: '',
    },
    validate: {
      en: required,
      de: required,
      optionsEn: (text, { kind }) =>
        kind !== 'choice' || (lines(text).length >= 2 && lines(text).length <= 12)
          ? null
          : t('own.optionsCount'),
      optionsDe: (text, { kind, optionsEn }) =>
        kind !== 'choice' || lines(text).length === lines(optionsEn).length
          ? null
          : t('own.optionsSame'),
    },
  });
}
