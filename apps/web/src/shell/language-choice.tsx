import { Box, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { speak } from '../i18n/i18n.js';
import { asLanguage, type Language } from '../i18n/language.js';

const SetLocale = graphql(`
  mutation SetLocale($locale: String!) {
    setLocale(locale: $locale) {
      id
      locale
    }
  }
`);

/** English or German, remembered on this device; `saved` also for the member, so that mail follows. */
export function LanguageChoice({ saved = false }: { saved?: boolean }) {
  const { t, i18n } = useTranslation('shell');
  const [, setLocale] = useMutation(SetLocale);
  const choose = async (language: Language) => {
    await speak(language);
    if (saved) await setLocale({ locale: language });
  };
  return (
    <Box px="sm" py={6}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('language')}
        value={asLanguage(i18n.language) ?? 'en'}
        onChange={(value) => void choose(value as Language)}
        data={[
          { value: 'en', label: 'English' },
          { value: 'de', label: 'Deutsch' },
        ]}
      />
    </Box>
  );
}
