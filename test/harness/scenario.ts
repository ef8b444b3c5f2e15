import fs from 'node:fs';
import path from 'node:path';
import { root } from './database.js';

const folder = path.join(root, 'test/scenarios');

/** What is done, in order; one word of each step names it. */
export type Step =
  | { import: string; file: string }
  | { plan: string; document: string; from: string }
  | { assign: string; to: readonly string[]; from: string; until?: string }
  | { move: string; team: string; from: string; position?: 'member' | 'manager' }
  | { correct: string; period: string; quota: string; reason: string }
  | { close: string }
  | { lock: string }
  | { remove: string }
  | { reinstate: string }
  | { recalculate: string }
  | { expect: string };

export type Scenario = {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly text: (file: string) => string;
  readonly json: <T>(file: string) => T;
};

/** Every folder of `test/scenarios`: files as somebody imports them, what is done with them, and what is paid. */
export const scenarios = (): Scenario[] => fs.readdirSync(folder).sort().map(scenario);

function scenario(name: string): Scenario {
  const text = (file: string) => fs.readFileSync(path.join(folder, name, file), 'utf8');
  const json = <T>(file: string) => JSON.parse(text(file)) as T;
  return { name, steps: json('steps.json'), text, json };
}
