import fs from 'node:fs';
import path from 'node:path';

/** Bundles a server app with the slices it uses; packages from the registry stay outside. */
export default {
  input: Object.fromEntries(
    fs
      .readdirSync('src')
      .filter((file) => ['main.ts', 'migrate.ts', 'demo.ts', 'schema.ts'].includes(file))
      .map((file) => [path.basename(file, '.ts'), `src/${file}`]),
  ),
  platform: 'node',
  external: (id) => !/^(\.|\/|@laurel\/|@oxc-project\/runtime\/)/.test(id),
  tsconfig: '../../tsconfig.base.json',
  output: { dir: 'dist', format: 'esm', sourcemap: true, keepNames: true },
};
