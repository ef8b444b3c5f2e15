import { Button, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { isCurrency } from '@laurel/shared/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { useSignedIn } from '../session/session.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { DayInput } from '../ui/day-input.js';
import { useSay } from '../ui/use-say.js';
import { type RateDraft, SaveExchangeRates, touchesRates } from './exchange-rate.js';
import { rateOfText, textOfRate } from './rate-text.js';

type Props = { readonly draft: RateDraft | null; readonly onClose: () => void };

/** Gives a pair a rate from a day on; the same pair and day again changes it. */
export function RateForm({ draft, onClose }: Props) {
  const { t } = useTranslation(['exchange-rate', 'action']);
  return (
    <Dialog
      opened={draft !== null}
      onClose={onClose}
      title={t(draft?.rate ? 'form.edit' : 'form.add')}
    >
      {draft && <Fields draft={draft} onClose={onClose} />}
    </Dialog>
  );
}

function Fields({ draft, onClose }: { draft: RateDraft; onClose: () => void }) {
  const { t, i18n } = useTranslation(['exchange-rate', 'action']);
  const say = useSay();
  const [{ fetching }, saveRates] = useMutation(SaveExchangeRates);
  const form = useRateForm(draft);
  const { from, to } = form.values;

  async function save({ day, rate, source }: typeof form.values) {
    const exact = rateOfText(rate, i18n.language);
    if (!day || !exact) return;
    const inputs = [{ from: code(from), to: code(to), day, rate: exact, source: source.trim() }];
    const { error } = await saveRates({ inputs }, touchesRates);
    if (error) return say.problem(error);
    say.done(t('said.saved', { from: code(from), to: code(to) }));
    onClose();
  }

  return (
    <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
      <Stack>
        <SimpleGrid cols={2}>
          <TextInput
            label={t('form.from')}
            required
            maxLength={3}
            {...form.getInputProps('from')}
          />
          <TextInput label={t('form.to')} required maxLength={3} {...form.getInputProps('to')} />
        </SimpleGrid>
        <DayInput label={t('form.day')} required {...form.getInputProps('day')} />
        <TextInput
          label={t('form.rate')}
          description={t('form.rateLead', { from: code(from) || '…', to: code(to) || '…' })}
          required
          inputMode="decimal"
          data-autofocus
          {...form.getInputProps('rate')}
        />
        <TextInput label={t('form.source')} maxLength={200} {...form.getInputProps('source')} />
        <Text size="sm" c="dimmed">
          {t('form.effect')}
        </Text>
        <DialogFooter onCancel={onClose}>
          <Button type="submit" loading={fetching}>
            {t('action:save')}
          </Button>
        </DialogFooter>
      </Stack>
    </form>
  );
}

function useRateForm(draft: RateDraft) {
  const { t, i18n } = useTranslation(['exchange-rate', 'action']);
  const { organization } = useSignedIn();
  const currency = (text: string) => (isCurrency(code(text)) ? null : t('form.noCurrency'));
  return useForm({
    initialValues: {
      from: draft.from ?? '',
      to: draft.to ?? organization.currency,
      day: draft.day ?? null,
      rate: draft.rate ? textOfRate(draft.rate, i18n.language) : '',
      source: draft.source ?? '',
    },
    validate: {
      from: currency,
      to: (text, { from }) =>
        currency(text) ?? (code(text) === code(from) ? t('form.sameCurrency') : null),
      day: (day) => (day ? null : t('action:required')),
      rate: (text) => (rateOfText(text, i18n.language) ? null : t('form.noRate')),
    },
  });
}

const code = (text: string): string => text.trim().toUpperCase();
