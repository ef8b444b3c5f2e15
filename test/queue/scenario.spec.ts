import { startLaurel, type Laurel } from '../harness/laurel.js';
import { scenarios } from '../harness/scenario.js';
import { runScenario } from '../harness/scenario-run.js';

/** Each folder of `test/scenarios` is a story: a new one is tried as soon as it is there. */
describe('what happens to people who are paid', () => {
  let laurel: Laurel;

  beforeAll(async () => {
    laurel = await startLaurel();
  }, 60_000);
  afterAll(() => laurel?.stop());

  it.each(scenarios().map((scenario) => [scenario.name.replaceAll('-', ' '), scenario] as const))(
    '%s',
    async (_, scenario) => {
      const findings = await runScenario(laurel, scenario);
      for (const { file, pay, expected } of findings)
        expect({ file, ...pay }).toEqual({ file, ...expected });
    },
    180_000,
  );
});
