import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, rememberLanguage, startLanguage } from './language.js';

const sources: Record<Language, () => Promise<{ catalogues: Record<string, unknown> }>> = {
  en: () => import('./en.js'),
  de: () => import('./de.js'),
};

/** Starts with the reader's language loaded, so that no key ever shows. */
export async function startTranslation(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    ns: [],
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await speak(startLanguage());
}

/** Changes the language of the page, of its `lang` attribute and of the next visit. */
export async function speak(language: Language): Promise<void> {
  const { catalogues } = await sources[language]();
  for (const [file, texts] of Object.entries(catalogues))
    i18next.addResourceBundle(language, namespaceOf(file), texts, true, true);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  rememberLanguage(language);
}

const namespaceOf = (file: string): string => file.replace(/^.*\/(.+)\.json$/, '$1');
