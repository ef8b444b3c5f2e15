import { rolldown } from 'rolldown';

/** Bundles a program with the slices it uses, as the server's apps are: `node bundle.mjs <entry> <folder>`. */
const [input, dir] = process.argv.slice(2);
const bundle = await rolldown({
  input,
  platform: 'node',
  external: (id) => !/^(\.|\/|@laurel\/|@oxc-project\/runtime\/)/.test(id),
  tsconfig: 'tsconfig.base.json',
});
await bundle.write({ dir, format: 'esm', keepNames: true });
