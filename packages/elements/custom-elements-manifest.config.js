/** A type that a module exports; the analyzer itself knows only values and re-exported types. */
const exportedTypes = {
  name: 'exported-types',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node)) return;
    if (!node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return;
    const name = node.name.text;
    moduleDoc.exports.push({ kind: 'js', name, declaration: { name, module: moduleDoc.path } });
    if (ts.isTypeAliasDeclaration(node)) (moduleDoc.aliases ??= {})[name] = node.type.getText();
  },
};

export default {
  // The elements, and the bases they inherit from.
  globs: ['packages/elements/src/*/dvk-*.ts', 'packages/elements/src/internal/*.ts'],
  exclude: ['**/*.test.ts'],
  litelement: true,
  quiet: true,
  plugins: [exportedTypes],
};
