import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { germanProblem } from './german-problem.js';

const core = fileURLToPath(new URL('../../../../libs/commission/core/', import.meta.url));
const files = ['', 'kind/']
  .flatMap((folder) => readdirSync(core + folder).map((file) => folder + file))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));

/** Every sentence that the sources of the check hold, with something in its gaps. */
const sentences = files.flatMap((file) =>
  [
    ...flat(readFileSync(core + file, 'utf8')).matchAll(
      /(['`])((?:Expected|Write|Unknown|The (?:first|shares)|Each|With the basis|A true-up|Another|No component) .+?)\1[,;) }\n]/g,
    ),
  ].map(([, , sentence]) => sentence!.replaceAll(/\$\{[^}]*\}/g, 'x')),
);

/** A template within a template is a gap like any other. */
function flat(source: string): string {
  return source.replaceAll(/\$\{[^`}]*`[^`]*`[^}]*\}/g, 'x');
}

it('says in German whatever the check of plans says', () => {
  expect(sentences.length).toBeGreaterThan(70);
  expect(sentences.filter((sentence) => germanProblem(sentence) === null)).toEqual([]);
});

it('keeps values, and turns the words in the gaps too', () => {
  expect(
    germanProblem('Expected a rate of 0 or more, such as "0.065", with at most 10 decimals.'),
  ).toBe('Erwartet: Satz von 0 oder mehr, etwa "0.065", mit höchstens 10 Nachkommastellen.');
  expect(germanProblem('Unknown: tirs. Check the spelling or leave it out.')).toContain(
    'Unbekannt: tirs.',
  );
  expect(germanProblem('Something else.')).toBeNull();
});
