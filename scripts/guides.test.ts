/** What the guides and the README show is type-checked as a reader's own code, and what they say comes out is compared. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inspect, isDeepStrictEqual } from 'node:util';
import ts from 'typescript';
import newport from '../packages/sdk/src/signals/fixtures/salmonella-newport.json' with { type: 'json' };
import { root } from './lib/run.ts';

/** What a guide takes for granted: names of the reader's own program. */
const given: Readonly<Record<string, string>> = {
  'docs/guides/call-the-sdk-from-node.md': `
    declare const client: import('@dvk/sdk/client').Client;
    declare const tokens: { current(): Promise<string> };
    declare const registration: Parameters<typeof client.models.create>[0]['body'];
    declare const body: Parameters<typeof client.cases.create>[0]['body'];
    declare const id: string, baseUrl: string, row: { id: number }, draft: Record<string, unknown>;
    declare const show: (value: unknown) => void, log: { debug(value: unknown): void };`,
  'docs/guides/early-warning.md': 'declare const counts: number[];',
  'docs/guides/rubrics.md': 'declare const file: Uint8Array;',
  'docs/guides/text-and-places.md': 'declare const names: string[];',
  'docs/guides/host-the-server.md': `
    declare const server: import('@dvk/server').Server;
    declare const units: import('@dvk/sdk/units').Unit[];`,
  'docs/guides/embed-a-widget.md': 'declare const portalSession: { token(): string; signIn(): Promise<void> };',
  'docs/guides/papers.md': `declare const profile: import('@dvk/documents/profiles').PaperProfile;
    declare const file: Uint8Array;`,
  'docs/guides/sign-in.md': `
    declare const { getCookie, setCookie, deleteCookie }: typeof import('hono/cookie');
    declare const { proxy }: typeof import('hono/proxy');
    declare const { randomUUID }: typeof import('node:crypto');
    declare const oidc: typeof import('openid-client');
    declare const { Session }: typeof import('./src/session.ts');
    declare const asked: import('@dvk/elements/events').DvkSignInEvent;
    declare const bff: import('hono').Hono;
    declare const { client, portal, api, ask }: import('./src/bff.ts').BffOptions;
    declare const sessions: Map<string, InstanceType<typeof Session>>;
    declare const cookie: { httpOnly: true };
    declare const forgetIdle: (all: typeof sessions) => void;
    declare const onPortal: (back: string | undefined, portal: URL) => string;
    declare const tokenOf: (id: string) => Promise<string | undefined>;
    declare const forwardedFor: (c: import('hono').Context) => string | undefined;
    declare const portalSession: { token(): Promise<string>; signIn(): Promise<void> };`,
};

/** A translation takes for granted what its original does. */
const originalOf = (guide: string): string => guide.replace('.vi.md', '.md');

/** The guides whose code runs by itself: the values of what they take for granted, and how many results their comments state. */
const runnable: Readonly<Record<string, { values: string; results: number }>> = {
  'docs/guides/agreement.md': { values: '', results: 2 },
  'docs/guides/early-warning.md': { values: `const counts = ${JSON.stringify(newport.counts)};`, results: 2 },
  'docs/guides/rubrics.md': { values: 'const file = await exportRubricDocx(illustrativeModel);', results: 1 },
  'docs/guides/text-and-places.md': { values: "const names = ['Nguyễn Văn B', 'Trần Thị A'];", results: 7 },
  'docs/guides/working-time.md': { values: '', results: 5 },
};

/** The package in whose place the reader's program stands: what it may import follows from that. */
function placeOf(guide: string): string {
  const places = {
    'host-the-server': 'packages/server',
    'embed-a-widget': 'packages/elements',
    frameworks: 'packages/elements',
    'sign-in': 'examples/bff',
    notices: 'packages/server',
    rubrics: 'packages/documents',
    papers: 'packages/documents',
  };
  return places[path.basename(originalOf(guide), '.md') as keyof typeof places] ?? 'packages/sdk';
}

/** A guide in JavaScript does not say that an element is there. */
const possiblyNull = 18047;

const guides = globSync(['README*.md', 'docs/guides/*.md'], { cwd: root }).sort();

/**
 * The blocks of a guide as one module, each in braces so that it may name things as it likes; its imports hold for all that follow.
 * Every line stands where it stands in the guide.
 */
function moduleOf(guide: string, text: string, more: string): string {
  const imports = new Map<string, Set<string>>();
  let inside = false;
  const lines = text.split('\n').map((line) => {
    const fence = /^```(\w*)/.exec(line);
    if (fence) {
      const was = inside;
      inside = !inside && ['ts', 'js'].includes(fence[1]!);
      return inside ? '{' : was ? '}' : '';
    }
    if (!inside) return '';
    const [, some, whole, source] = /^import (?:(?:\{ (.+) \}|(\w+)) from )?'(.+)';/.exec(line) ?? [];
    if (!source) return line;
    const known = imports.get(source) ?? new Set();
    for (const name of some?.split(', ') ?? []) known.add(name);
    if (whole) known.add(`default as ${whole}`);
    imports.set(source, known);
    return '';
  });
  assert.ok(!inside, `${guide}: a block is not closed`);
  const heads = [...imports].map(([source, names]) => `import { ${[...names].join(', ')} } from '${source}';`);
  // `import {} from` would be left out, and with it what a definition declares.
  const defined = [...imports].filter(([, names]) => names.size === 0).map(([source]) => `import '${source}';`);
  const declared = more.replaceAll(/\s*\n\s*/g, ' ');
  return [`${[...heads, ...defined].join(' ')} ${declared} export {}; ${lines[0]}`, ...lines.slice(1)].join('\n');
}

const texts = new Map(
  await Promise.all(guides.map(async (guide) => [guide, await readFile(path.join(root, guide), 'utf8')] as const)),
);

describe('guides', () => {
  for (const bundler of [false, true])
    it(`their code passes tsc as ${bundler ? 'a bundler' : 'Node'} resolves it`, () => {
      const sources = new Map(
        guides.map((guide) => [
          path.join(root, placeOf(guide), `guide-${path.basename(guide, '.md')}.ts`),
          moduleOf(guide, texts.get(guide)!, given[originalOf(guide)] ?? ''),
        ]),
      );
      const options: ts.CompilerOptions = {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        target: ts.ScriptTarget.ES2024,
        module: bundler ? ts.ModuleKind.ESNext : ts.ModuleKind.NodeNext,
        moduleResolution: bundler ? ts.ModuleResolutionKind.Bundler : ts.ModuleResolutionKind.NodeNext,
        lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        types: ['node'],
        typeRoots: [path.join(root, 'node_modules/@types')],
        experimentalDecorators: true,
        useDefineForClassFields: false,
        resolveJsonModule: true,
        allowImportingTsExtensions: true,
      };
      const host = ts.createCompilerHost(options);
      const { getSourceFile, fileExists } = host;
      host.fileExists = (file) => sources.has(file) || fileExists(file);
      host.getSourceFile = (file, target, ...rest) =>
        sources.has(file)
          ? ts.createSourceFile(file, sources.get(file)!, target)
          : getSourceFile(file, target, ...rest);
      const program = ts.createProgram([...sources.keys()], options, host);
      const faults = [...sources.keys()].flatMap((file) => {
        const source = program.getSourceFile(file)!;
        return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
          .filter(({ code }) => code !== possiblyNull || !/embed-a-widget|sign-in/.test(file))
          .map(({ start, messageText }) => {
            const { line } = source.getLineAndCharacterOfPosition(start!);
            return `${path.basename(file)}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
          });
      });
      assert.deepEqual(faults, []);
    });

  for (const [guide, { values, results }] of Object.entries(runnable))
    it(`${guide} states what comes out`, async () => {
      const code = moduleOf(guide, texts.get(guide)!, `${values} export const told = [];`).replaceAll(
        /^(?!const |let |for |\}|\/\/)(\S.*); *\/\/ (.+)$/gm,
        (_, expression: string, said: string) => `told.push([${expression}, ${JSON.stringify(said)}]);`,
      );
      const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2024 } });
      const linked = outputText.replaceAll(/'@dvk\/(sdk|documents)\/(.+?)'/g, (_, name: string, area: string) =>
        JSON.stringify(pathToFileURL(path.join(root, 'packages', name, 'src', area, 'index.ts')).href),
      );
      const { told } = (await import(`data:text/javascript,${encodeURIComponent(linked)}`)) as {
        told: [unknown, string][];
      };
      const compared = told.flatMap(([value, said]) => {
        const stated = resultsIn(said);
        return stated.length === 0 ? [] : [{ value, said, stated }];
      });
      for (const { value, said, stated } of compared) {
        const values = Array.isArray(value) && stated.length === value.length ? value : [value];
        assert.ok(
          values.length === stated.length && values.every((each, at) => comesOutAs(each, stated[at]!)),
          `“${said}”, but it is ${inspect(value)}`,
        );
      }
      assert.equal(compared.length, results);
    });
});

/** The values a comment begins with, as they are written: `'2026-03-06': Tết is skipped`, `true, false`, `+3.17, −3.72`. */
function resultsIn(comment: string): string[] {
  const one = String.raw`(?:'[^']*'|[+−-]?\d+(?:\.\d+)?|true|false|\[\])`;
  const list = new RegExp(`^${one}(?:, ${one})*(?=$|[\\s,;:])`).exec(comment)?.[0] ?? '';
  return list.match(new RegExp(one, 'g')) ?? [];
}

/** Numbers are compared to the digits that are written. */
function comesOutAs(value: unknown, stated: string): boolean {
  if (typeof value === 'number') {
    return value.toFixed(stated.split('.')[1]?.length ?? 0) === stated.replace('−', '-').replace('+', '');
  }
  return isDeepStrictEqual(value, JSON.parse(stated.replaceAll("'", '"')));
}
