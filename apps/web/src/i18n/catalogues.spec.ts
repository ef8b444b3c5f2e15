import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Texts = { [key: string]: string | Texts };

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = (language: string) => readdirSync(`${folder}${language}`).sort();
const texts = (language: string, file: string): Texts =>
  JSON.parse(readFileSync(`${folder}${language}/${file}`, 'utf8'));

const keys = (tree: Texts, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? `${path}${key}` : keys(value, `${path}${key}.`),
  );

const values = (tree: Texts): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? value : values(value)));

const placeholders = (text: string) => (text.match(/\{\{\s*\w+/g) ?? []).sort();

describe('catalogues', () => {
  it('exist for the same slices in both languages', () => {
    expect(files('de')).toEqual(files('en'));
  });

  it.each(files('en'))('%s has the same keys and placeholders in both languages', (file) => {
    const [english, german] = [texts('en', file), texts('de', file)];
    expect(keys(german).sort()).toEqual(keys(english).sort());
    const german_ = new Map(keys(german).map((key, i) => [key, values(german)[i]!]));
    for (const [i, key] of keys(english).entries())
      expect([key, placeholders(german_.get(key)!)]).toEqual([
        key,
        placeholders(values(english)[i]!),
      ]);
  });

  it.each(files('en'))('%s leaves no text empty', (file) => {
    for (const language of ['en', 'de'])
      expect(values(texts(language, file)).filter((text) => !text.trim())).toEqual([]);
  });
});
