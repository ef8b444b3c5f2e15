import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './install.mjs';

// Writes the web client's types from the printed schema; with --check it only compares.
const web = path.join(root, 'apps/web');
const committed = path.join(web, 'src/graphql/schema.d.ts');

function generate(file) {
  const program = path.join(root, 'node_modules/gql.tada/bin/cli.js');
  execFileSync(process.execPath, [program, 'generate', 'output', '--output', file], {
    cwd: web,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

if (!process.argv.includes('--check')) generate(committed);
else {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'laurel-types-'));
  const fresh = path.join(folder, 'schema.d.ts');
  generate(fresh);
  const same = fs.readFileSync(fresh, 'utf8') === fs.readFileSync(committed, 'utf8');
  fs.rmSync(folder, { recursive: true });
  if (!same) {
    console.error('The client types are not those of apps/api/schema.graphql. Run: npm run schema');
    process.exitCode = 1;
  }
}
