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

/** What an element is called by the people who use it: `@vietnamese` in the comment of its class. */
const vietnameseNames = {
  name: 'vietnamese-names',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'vietnamese');
    const declaration = moduleDoc.declarations.find(({ name }) => name === node.name?.text);
    if (tag && declaration) declaration.vietnamese = ts.getTextOfJSDocComment(tag.comment).trim();
  },
};

export default {
  // The elements, and the bases they inherit from.
  globs: ['packages/elements/src/*/dvk-*.ts', 'packages/elements/src/internal/*.ts', 'packages/elements/src/desk/*.ts'],
  exclude: ['**/*.test.ts'],
  litelement: true,
  quiet: true,
  plugins: [exportedTypes, vietnameseNames],
};
