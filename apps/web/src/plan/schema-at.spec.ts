import { planJsonSchema } from '@laurel/commission/core';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { syntaxOf } from './json-place.js';
import { type Schema, schemasAt, wordsOf } from './schema-at.js';

const schema = planJsonSchema() as Schema;
const text = JSON.stringify({ period: 'month', components: [{ kind: 'tiers', tiers: [{}] }] });
const at = (...path: (string | number)[]) =>
  schemasAt(schema, { text, root: syntaxOf(text), path });
const keysAt = (...path: (string | number)[]) =>
  at(...path).flatMap(({ properties = {} }) => Object.keys(properties));

it('offers the settings of the kind that is written, and no others', () => {
  expect(keysAt('components', 0)).toContain('tiers');
  expect(keysAt('components', 0)).not.toContain('objectives');
  expect(keysAt('components', 0, 'tiers', 0)).toEqual(['from', 'to', 'mode', 'rate', 'amount']);
});

it('offers the words of a value', () => {
  expect(wordsOf(at('rounding'))).toEqual(['half-even', 'half-up']);
  expect(wordsOf(at('components', 0, 'trueUp'))).toEqual([true, false]);
});

it('names and explains every setting in both languages', () => {
  const names = (form: Schema): string[] => [
    ...Object.entries(form.properties ?? {}).flatMap(([key, each]) => [key, ...names(each)]),
    ...[form.items, ...(form.anyOf ?? []), ...(form.oneOf ?? [])].flatMap((each) =>
      each ? names(each) : [],
    ),
  ];
  for (const language of ['en', 'de']) {
    const file = new URL(`../i18n/${language}/plan-setting.json`, import.meta.url);
    const told = JSON.parse(readFileSync(fileURLToPath(file), 'utf8'));
    const missing = names(schema).filter((key) => !told.name[key] || !told.help[key]);
    expect(missing).toEqual([]);
  }
});
