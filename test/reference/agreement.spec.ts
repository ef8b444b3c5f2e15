import { seededRandom } from '../harness/random.js';
import { compare, disagreement } from './agreement.js';
import { caseOf } from './cases.js';
import { constructsIn, wanted } from './constructs.js';
import { minimal } from './minimal.js';

const usual = 2_000;
const runs = Number(process.env.LAUREL_TEST_RUNS ?? usual);

describe('The engine and a reference written from PLAN.md alone', () => {
  const found: number[] = [];
  const seen = new Set<string>();

  beforeAll(() => {
    const random = seededRandom();
    for (let i = 0; i < runs; i++) {
      const seed = random.below(2 ** 31);
      const facts = caseOf(seed);
      const { engine, agrees } = compare(facts);
      if (!agrees) found.push(seed);
      for (const construct of constructsIn(facts, engine)) seen.add(construct);
    }
  }, 600_000);

  it(`pay the same in ${runs} random cases`, () => {
    if (found.length === 0) return;
    throw new Error(`${found.length} disagree.\n${found.slice(0, 3).map(report).join('\n\n')}`);
  });

  it('are tried on every construct of a plan', () => {
    if (runs >= usual) expect(wanted.filter((construct) => !seen.has(construct))).toEqual([]);
  });
});

/** The smallest case that shows the disagreement of a seed. */
function report(seed: number): string {
  const facts = minimal(caseOf(seed));
  return `Case ${seed}, at its smallest: ${asText(facts)}\n${asText(disagreement(facts))}`;
}

const asText = (value: unknown): string =>
  JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}` : each));
