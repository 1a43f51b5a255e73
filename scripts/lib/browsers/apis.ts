/** Which built-in names of JavaScript and the web a source uses, told by the types, and who lacks them. */
import path from 'node:path';
import type { Identifier } from '@mdn/browser-compat-data';
import ts from 'typescript';
import { root } from '../run.ts';
import { askedFor } from './exceptions.ts';
import type { Lacking } from './lacking.ts';
import { api, builtins, entry, lackedBy } from './table.ts';

/** Names of TypeScript's libraries that are not those of the standards. */
const standardNames: Readonly<Record<string, string>> = {
  ReadonlyArray: 'Array',
  ReadonlySet: 'Set',
  ReadonlyMap: 'Map',
  IteratorObject: 'Iterator',
  PromiseLike: 'Promise',
  CallableFunction: 'Function',
};

function standardName(name: string): string {
  const plain = name.replace(/Constructor$/, '');
  if (/^(?:(?:Int|Uint|Float|Big)\w*|Uint8Clamped)Array$/.test(plain)) return 'TypedArray';
  return standardNames[plain] ?? plain;
}

/** The entry of a member (`Array`, `toSorted`) or, without an owner, of a global name. */
export function entryOf(owner: string | undefined, name: string): Identifier | undefined {
  if (owner === undefined) return entry(builtins, name) ?? entry(builtins['Intl'], name) ?? entry(api, name);
  const interfaces = [entry(builtins, owner), entry(builtins['Intl'], owner), entry(api, owner)];
  for (const each of interfaces) {
    const member = entry(each, name) ?? entry(each, `${name}_static`);
    if (member) return member;
  }
  // Mixins of the DOM (`WindowOrWorkerGlobalScope`) are no interfaces of their own.
  return interfaces.some(Boolean) ? undefined : entry(api, name);
}

/** Looks at the sources of a package, without its tests. */
export function findLackingApis(project: string): Lacking[] {
  const file = path.join(root, project, 'tsconfig.json');
  const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name)) as { config: object };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(file));
  const program = ts.createProgram(fileNames, { ...options, noEmit: true, composite: false, incremental: false });
  return fileNames.flatMap((name) => lackingIn(program, program.getSourceFile(name)!));
}

function lackingIn(program: ts.Program, source: ts.SourceFile): Lacking[] {
  const checker = program.getTypeChecker();
  const found: Lacking[] = [];

  const builtIn = (node: ts.Identifier): ts.Declaration | undefined => {
    const symbol = checker.getSymbolAtLocation(node);
    return symbol?.declarations?.find(
      (each) => program.isSourceFileDefaultLibrary(each.getSourceFile()) && !ts.isTypeParameterDeclaration(each),
    );
  };

  const visit = (node: ts.Node): void => {
    // Types are gone when the program runs.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) {
      if (!ts.isExpressionWithTypeArguments(node)) return;
    }
    if (ts.isIdentifier(node) && !ts.isPropertyAssignment(node.parent)) {
      const declaration = builtIn(node);
      if (declaration) {
        const owner = ownerOf(declaration);
        const lacking = lackedBy(entryOf(owner && standardName(owner), node.text));
        const what = owner ? `${standardName(owner)}.${node.text}` : node.text;
        if (lacking.length > 0 && !(what in askedFor)) {
          const { line } = source.getLineAndCharacterOfPosition(node.getStart());
          found.push({ where: `${path.relative(root, source.fileName)}:${line + 1}`, what, by: lacking });
        }
      }
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** The interface a member stands in; `undefined` for a global name. */
function ownerOf(declaration: ts.Declaration): string | undefined {
  const { parent } = declaration;
  if (ts.isInterfaceDeclaration(parent)) return parent.name.text;
  // declare var URL: { new(…): URL; canParse(…): boolean }
  if (ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent)) return parent.parent.name.getText();
  return undefined;
}
