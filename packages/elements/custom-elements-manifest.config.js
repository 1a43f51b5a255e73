export default {
  globs: ['packages/elements/src/*/dvk-*.ts', 'packages/elements/src/internal/*.ts'],
  exclude: ['**/*.test.ts'],
  outdir: 'packages/elements/dist',
  litelement: true,
  packagejson: false,
};
