import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

const { $schema: _, ...swc } = JSON.parse(
  fs.readFileSync(new URL('../.swcrc', import.meta.url), 'utf8'),
);
/** ESM-only packages which CommonJS packages load with require(). */
const esmOnly = ['cookie', 'content-disposition'].join('|');

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.spec.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  passWithNoTests: true,
  extensionsToTreatAsEsm: ['.ts'],
  testTimeout: 60_000,
  reporters: ['default', fileURLToPath(new URL('./count-reporter.mjs', import.meta.url))],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }],
    [`node_modules/(${esmOnly})/.+\\.js$`]: [
      '@swc/jest',
      { swcrc: false, jsc: { target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.+/node_modules/)?(${esmOnly})/)`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};
