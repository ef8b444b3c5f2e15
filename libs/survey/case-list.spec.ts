import { existsSync, readFileSync, readdirSync } from 'node:fs';

const file = `${process.env.LAUREL_SHARED ?? new URL('../../../shared', import.meta.url).pathname}/examples/engagement-and-lifecycle.json`;
const given = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Case[]) : [];
type Case = { id: string; topic: string };

const engagement = /^(enps|ci|anon|part|cad|o2o)-/;

/** The ids that stand before the colon of a test's name. */
function tested(): Set<string> {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const specs = files.filter((name) => name.endsWith('.spec.ts'));
  const text = specs.map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8')).join();
  const titles = [...text.matchAll(/\bit(?:\.each)?\('([^']+?):|^ {4}\['([a-z]+-\w+)',/gm)];
  return new Set(titles.flatMap(([, title, row]) => (title ?? row!).split(', ')));
}

(given.length ? describe : describe.skip)('the worked cases of engagement', () => {
  const ids = given.map(({ id }) => id).filter((id) => engagement.test(id));

  it('have a test each', () => {
    expect(ids.length).toBeGreaterThanOrEqual(33);
    const names = tested();
    expect(ids.filter((id) => !names.has(id))).toEqual([]);
  });
});
