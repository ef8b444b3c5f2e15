import fs from 'node:fs';
import { buildSchema } from 'graphql';

const read = (path: string) => fs.readFileSync(new URL(path, import.meta.url), 'utf8');

describe('the words of the audit trail', () => {
  const schema = buildSchema(read('../../../api/schema.graphql'));
  const mutations = Object.keys(schema.getMutationType()!.getFields());

  it.each(['en', 'de'])('name every mutation (%s)', (language) => {
    const { action }: { action: object } = JSON.parse(read(`../i18n/${language}/audit.json`));
    expect(mutations.length).toBeGreaterThan(40);
    expect(mutations.filter((name) => !(name in action))).toEqual([]);
  });
});
