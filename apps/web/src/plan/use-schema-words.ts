import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Schema, wordsOf } from './schema-at.js';
import type { SchemaWords } from './schema-help.js';

/** What settings of plans mean, and what their values look like, in the reader's language. */
export function useSchemaWords(): SchemaWords {
  const { t, i18n } = useTranslation(['plan', 'plan-setting']);
  return useMemo(() => {
    const { language } = i18n;
    const form = (forms: readonly Schema[]): string => {
      const words = wordsOf(forms).map((word) => JSON.stringify(word));
      const standard = forms.find((each) => each.default !== undefined)?.default;
      const kinds = new Set(forms.map(({ type }) => type));
      const said = [
        words.length && t('editor.oneOf', { words: words.join(', '), lng: language }),
        !words.length && kinds.has('string') && t('editor.text'),
        kinds.has('array') && t('editor.list'),
        kinds.has('object') && t('editor.group'),
        standard !== undefined && t('editor.default', { value: JSON.stringify(standard) }),
      ];
      return said.filter(Boolean).join('. ');
    };
    return {
      meaning: (key) => t(`plan-setting:help.${key}`, { defaultValue: '' }),
      form,
    };
  }, [t, i18n]);
}
