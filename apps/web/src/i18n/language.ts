export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const key = 'laurel.language';

/** The language the reader chose here before, else the browser's, else English. */
export const startLanguage = (): Language =>
  asLanguage(localStorage.getItem(key)) ?? asLanguage(navigator.language) ?? 'en';

export const rememberLanguage = (language: Language): void => localStorage.setItem(key, language);

/** The language of a locale such as "de-AT", if Laurel speaks it. */
export const asLanguage = (locale: string | null): Language | undefined =>
  languages.find((language) => locale?.toLowerCase().startsWith(language));
