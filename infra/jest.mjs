import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Runs jest for the project in the current folder, or in `--rootDir`: `node ../../infra/jest.mjs [pattern]`. */
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const config = fileURLToPath(new URL('./jest.config.mjs', import.meta.url));
const args = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    jest,
    '-c',
    config,
    ...(args.includes('--rootDir') ? [] : ['--rootDir', process.cwd()]),
    '--maxWorkers=1',
    ...args,
  ],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
