import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../harness/database.js';

type Case = { file: string; imports: string; refusedBy?: string };

const slices = fs.readdirSync(path.join(root, 'libs'));

/** What no file may import; each line must be caught by the rule it names. */
const forbidden: Case[] = [
  { file: 'libs/deal', imports: '@laurel/credit', refusedBy: 'deal-imports-only-earlier-slices' },
  {
    file: 'libs/shared',
    imports: '@laurel/people',
    refusedBy: 'shared-imports-only-earlier-slices',
  },
  {
    file: 'libs/goal',
    imports: '@laurel/commission/core',
    refusedBy: 'goal-imports-only-earlier-slices',
  },
  {
    file: 'libs/badge',
    imports: '../../apps/api/src/main.js',
    refusedBy: 'badge-imports-only-earlier-slices',
  },
  {
    file: 'libs/credit/core',
    imports: '@laurel/standing/core',
    refusedBy: 'credit-imports-only-earlier-slices',
  },
  { file: 'libs/credit/core', imports: '@nestjs/common', refusedBy: 'core-is-pure' },
  { file: 'libs/credit/core', imports: 'node:fs', refusedBy: 'core-is-pure' },
  { file: 'libs/credit/core', imports: '@laurel/shared', refusedBy: 'core-is-pure' },
  { file: 'libs/credit/core', imports: '../service.js', refusedBy: 'core-is-pure' },
  { file: 'libs/shared/import/core', imports: 'typeorm', refusedBy: 'core-is-pure' },
  { file: 'apps/web/src', imports: '@laurel/deal', refusedBy: 'browser-imports-only-core' },
  {
    file: 'apps/web/src',
    imports: '../../api/src/main.js',
    refusedBy: 'browser-imports-only-core',
  },
  { file: 'apps/web/src', imports: '@laurel/infra/ports', refusedBy: 'browser-imports-only-core' },
  { file: 'libs/credit', imports: '../deal/service.js', refusedBy: 'slices-have-one-door' },
  { file: 'libs/credit', imports: '../deal/core/noun.js', refusedBy: 'slices-have-one-door' },
  { file: 'libs/deal', imports: './nowhere.js', refusedBy: 'resolvable' },
];

const legal: Case[] = [
  { file: 'libs/credit', imports: '@laurel/deal' },
  { file: 'libs/badge', imports: '@laurel/shared/core' },
  { file: 'libs/credit', imports: './service.js' },
  { file: 'libs/credit', imports: '@nestjs/common' },
  { file: 'libs/credit/core', imports: '@laurel/shared/core' },
  { file: 'libs/credit/core', imports: 'zod' },
  { file: 'apps/web/src', imports: '@laurel/standing/core' },
  { file: 'apps/api/src', imports: '@laurel/badge' },
];

describe('boundaries between slices', () => {
  let folder: string;
  let violations: Map<string, string[]>;

  beforeAll(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'laurel-boundaries-')));
    layOutWorkspace(folder);
    for (const [i, { file, imports }] of [...forbidden, ...legal].entries())
      write(`${file}/probe-${i}.ts`, `import * as other from '${imports}';\nexport { other };\n`);
    write('libs/goal/odd.ts', `export * from './even.js';\n`);
    write('libs/goal/even.ts', `export * from './odd.js';\n`);
    violations = cruise(folder);
  });

  afterAll(() => fs.rmSync(folder, { recursive: true }));

  const write = (file: string, text: string) => writeIn(folder, file, text);

  it.each(forbidden.map((one, i) => ({ ...one, i })))(
    'refuses $imports in $file',
    ({ file, refusedBy, i }) => {
      expect(violations.get(`${file}/probe-${i}.ts`)).toContain(refusedBy);
    },
  );

  it.each(legal.map((one, i) => ({ ...one, i: forbidden.length + i })))(
    'allows $imports in $file',
    ({ file, i }) => {
      expect(violations.get(`${file}/probe-${i}.ts`)).toBeUndefined();
    },
  );

  it('refuses two files that import each other', () => {
    expect(violations.get('libs/goal/even.ts')).toContain('no-cycles');
  });
});

/** Names and doors of the real workspace around empty files, so that only the probes can offend. */
function layOutWorkspace(folder: string): void {
  fs.copyFileSync(path.join(root, 'tsconfig.base.json'), path.join(folder, 'tsconfig.base.json'));
  fs.mkdirSync(path.join(folder, 'node_modules/@laurel'), { recursive: true });
  for (const project of [
    ...slices.map((slice) => `libs/${slice}`),
    'apps/api',
    'apps/web',
    'infra',
  ]) {
    const manifest = fs.readFileSync(path.join(root, project, 'package.json'), 'utf8');
    writeIn(folder, `${project}/package.json`, manifest);
    for (const file of ['index', 'service', 'core/index', 'core/noun', 'src/main'])
      writeIn(folder, `${project}/${file}.ts`, 'export const nothing = 0;\n');
    const { name } = JSON.parse(manifest) as { name: string };
    fs.symlinkSync(path.join(folder, project), path.join(folder, 'node_modules', name));
  }
  writeIn(folder, 'infra/ports.mjs', 'export const nothing = 0;\n');
  for (const name of ['zod', '@nestjs/common', 'typeorm']) {
    writeIn(
      folder,
      `node_modules/${name}/package.json`,
      `{ "name": "${name}", "main": "index.js" }`,
    );
    writeIn(folder, `node_modules/${name}/index.js`, '');
  }
}

function writeIn(folder: string, file: string, text: string): void {
  const target = path.join(folder, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, text);
}

/** The broken rules of each file, by the product's own configuration. */
function cruise(folder: string): Map<string, string[]> {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      `--config=${path.join(root, '.dependency-cruiser.mjs')}`,
      '--output-type=json',
      'apps',
      'libs',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64_000_000 },
  );
  if (!stdout) throw new Error(stderr);
  type Violation = { from: string; rule: { name: string } };
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  const rules = new Map<string, string[]>();
  for (const { from, rule } of summary.violations)
    rules.set(from, [...(rules.get(from) ?? []), rule.name]);
  return rules;
}
