/**
 * Which code may import which, for dependency-cruiser: `pnpm check` runs it (`scripts/lib/areas.ts`), and
 * `scripts/areas.test.ts` breaks each rule once. An import of a type counts like any other. Tests and benchmarks are left
 * out: they may import what they like.
 */

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle-of-files',
      comment: 'Neither file of a circle can be understood, tested or loaded without the other.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-circle-of-areas',
      comment: 'An area is a folder under src. Two that need each other are one; move what both need below them.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^packages/[^/]+/src/[^/]+$' },
      to: { circular: true },
    },
    {
      name: 'areas-import-no-entry-file',
      comment:
        'Files beside the areas put the areas together; an area that imports one is in a circle with all others.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/src/[^/]+/', pathNot: '/testkit/|^packages/server/src/commands/' },
      to: { path: '^packages/$1/src/[^/]+[.]ts$' },
    },
    {
      name: 'commands-stand-above-all',
      comment: 'The commands of the server use everything else; nothing but the command line uses them.',
      severity: 'error',
      from: { pathNot: '^packages/server/src/(commands/|cli[.]ts$)' },
      to: { path: '^packages/server/src/commands/' },
    },
    {
      name: 'sdk-imports-no-node',
      comment: 'The SDK runs in browsers, Node and workers alike. (Its tsconfig leaves the types of the DOM out.)',
      severity: 'error',
      from: { path: '^packages/sdk/src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'sdk-imports-no-package',
      comment: 'elements → sdk ← server: the SDK stands below both.',
      severity: 'error',
      from: { path: '^packages/sdk/' },
      to: { path: '^packages/(?!sdk/)' },
    },
    {
      name: 'elements-import-sdk-alone',
      comment: 'Widgets reach a server through the client of the SDK; a portal may have a server of another make.',
      severity: 'error',
      from: { path: '^packages/elements/' },
      to: { path: '^packages/(?!elements/|sdk/)' },
    },
    {
      name: 'documents-import-sdk-alone',
      comment: 'documents → sdk: papers know the domain, and neither the server that sends them nor a widget.',
      severity: 'error',
      from: { path: '^packages/documents/' },
      to: { path: '^packages/(?!documents/|sdk/)' },
    },
    {
      name: 'server-imports-sdk-and-documents',
      comment: 'The server knows no widget.',
      severity: 'error',
      from: { path: '^packages/server/' },
      to: { path: '^packages/(?!server/|sdk/|documents/)' },
    },
    {
      name: 'demo-only-for-show',
      comment: 'The sample province is for examples, stories and tests; nothing that is published may need it.',
      severity: 'error',
      from: { pathNot: '^(packages/demo|examples|stories)/' },
      to: { path: '^packages/demo/' },
    },
    {
      name: 'packages-by-name',
      comment: 'What is not exported may change any day: other packages, examples and stories import by package name.',
      severity: 'error',
      from: { path: '^(packages/[^/]+|examples|stories)/', pathNot: '/testkit/' },
      to: { path: '^packages/', pathNot: '^$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-testkit-in-product',
      comment: 'Testkits are not published.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '/testkit/' },
    },
    {
      name: 'declared-dependencies',
      comment: 'A published package may import only what its package.json has installed.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'packages-are-found',
      comment: 'An import that leads nowhere hides what stands behind it from every other rule.',
      severity: 'error',
      from: {},
      to: { path: '^([.@]|packages/)', couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    // A testkit is seen where it is imported; what it imports itself is a test's business.
    doNotFollow: { path: ['node_modules', '/testkit/'] },
    // Tests of the lint make folders of their own for a moment.
    exclude: { path: ['/dist/', '/[.]lint-', '^stories/out/', '[.](test|bench)[.]ts$'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
