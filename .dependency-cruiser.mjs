/** Slices in the order of the data path: each may import only those before it. */
export const slices = [
  'shared',
  'people',
  'deal',
  'credit',
  'goal',
  'commission',
  'statement',
  'export',
  'standing',
  'badge',
  'survey',
  'one-on-one',
];

const sliceOrder = slices.map((slice, i) => ({
  name: `${slice}-imports-only-earlier-slices`,
  comment: 'Upstream never calls downstream: it emits a fact, and jobs carry it on.',
  severity: 'error',
  from: { path: `^libs/${slice}/` },
  to: { path: `^(libs/(?!(${slices.slice(0, i + 1).join('|')})/)|apps/)` },
}));

export default {
  forbidden: [
    ...sliceOrder,
    {
      name: 'core-is-pure',
      comment:
        'Calculation knows no framework, file, clock or network: only other cores, zod for schemas, cel-js for expressions.',
      severity: 'error',
      from: { path: '^libs/[^/]+/(import/)?core/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: ['^libs/[^/]+/(import/)?core/', '^node_modules/(zod|@marcbachmann/cel-js)/'],
      },
    },
    {
      name: 'browser-imports-only-core',
      comment: 'What runs on the server never reaches the browser.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs/(?![^/]+/(import/)?core/)|apps/(?!web/)|infra/)' },
    },
    {
      name: 'slices-have-one-door',
      comment: 'A slice is imported by its name, never by a path into it.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/(core/)?index\\.ts$'] },
    },
    {
      name: 'reference-is-independent',
      comment: 'What checks the engine shares nothing with it, but where the two are compared.',
      severity: 'error',
      from: {
        path: '^test/reference/',
        pathNot: '^test/reference/((agreement(\\.spec)?|cases|minimal)\\.ts$|random/)',
      },
      to: { pathNot: '^test/reference/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'declared-where-used',
      comment: 'The package.json beside the code names the library.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
