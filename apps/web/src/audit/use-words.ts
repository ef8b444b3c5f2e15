import { useTranslation } from 'react-i18next';
import { plainWord } from './changes.js';

type Words = 'action' | 'object' | 'column';

/** Words for actions, kinds of things and columns in the reader's language; a plain one for new ones. */
export function useWords() {
  const { t } = useTranslation('audit');
  return (kind: Words, name: string): string =>
    t(`${kind}.${name.replaceAll('.', '_')}`, { defaultValue: plainWord(name) });
}

/** All words of a kind, sorted, as choices of a filter. */
export function useChoices(kind: Words): { value: string; label: string }[] {
  const { t, i18n } = useTranslation('audit');
  const words = t(kind, { returnObjects: true }) as Record<string, string>;
  return Object.entries(words)
    .map(([name, label]) => ({ value: name.replace(/^import_/, 'import.'), label }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
}
