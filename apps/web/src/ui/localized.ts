/** The words of a {"en": …, "de": …} document in the reader's language; English when it is missing. */
export function wordsIn(words: unknown, language: string): string {
  if (words === null || typeof words !== 'object') return String(words ?? '');
  const texts = words as Record<string, string | undefined>;
  return texts[language] ?? texts.en ?? '';
}
