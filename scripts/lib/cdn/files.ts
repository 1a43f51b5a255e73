/** The files that a page without a bundler names, and what may be in them. */
import { globSync } from 'node:fs';
import path from 'node:path';
import { root } from '../run.ts';

export const elements = path.join(root, 'packages/elements');

/** Every widget with a file of its own. */
export const widgets = globSync('src/*/define.ts', { cwd: elements })
  .map((file) => path.basename(path.dirname(file)))
  .filter((name) => name !== 'internal' && name !== 'context' && !name.endsWith('-field'))
  .sort();

/** The folders of the fields. */
const fields = globSync('src/*-field/define.ts', { cwd: elements })
  .map((file) => path.basename(path.dirname(file)))
  .sort();

/** The widgets of the main file. */
export const mainWidgets = ['model-registration', 'scorecard', 'complaint-tracker'];

/** The widgets of each file that a page names; `fields` stands for all of them, for forms of the page's own. Each file is there once more with English, `-en` in its name. */
export const files: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
  ['dvk', mainWidgets],
  ...widgets.map((name) => [`dvk-${name}`, [name]]),
  ['dvk-fields', ['fields']],
]);

const define = (folder: string) => `import './src/${folder}/define.ts';`;

/** Source of a file that a page names: the context first, so that it is there before the widgets ask for it. */
export function sourceOf(names: readonly string[], ...more: string[]): string {
  const source = (name: string) =>
    name === 'fields' ? sourceOfFields() : [define(name), `export * from './src/${name}/dvk-${name}.ts';`];
  return [...['context', ...names].flatMap(source), ...more].join('\n');
}

/** Defines the fields itself: in a part, that would happen on pages that load it for a widget, too. */
function sourceOfFields(): string[] {
  const classOf = (folder: string) =>
    `Dvk${folder.replaceAll(/(?:^|-)(.)/g, (_, first: string) => first.toUpperCase())}`;
  return [
    `import { define } from './src/internal/define.ts';`,
    ...fields.flatMap((folder) => [
      `import { ${classOf(folder)} } from './src/${folder}/dvk-${folder}.ts';`,
      `define(${classOf(folder)});`,
      `export * from './src/${folder}/dvk-${folder}.ts';`,
    ]),
  ];
}

/**
 * What several widgets share, as parts: each is made for the modules named here, and holds all that they need but for what an
 * earlier part holds.
 */
export const sharedParts: Readonly<Record<string, string>> = {
  // What every page has: the connection, the base of the widgets, and the field that every widget has.
  core: [
    define('context'),
    define('text-field'),
    ...['internal/widget', 'internal/panel-styles', 'internal/load-part', 'parts/state', 'locale/parts/vi'].map(
      (name) => `export * from './src/${name}.ts';`,
    ),
    // Fields and requests have this in common; a page of fields makes no request.
    `export * from '../sdk/src/text/well-formed.ts';`,
  ].join('\n'),
  // English words that are data as well, of settings: in a part of their own, so that English texts do not bring those along.
  'english-names': ['contract/topic-names-en', 'cases/names-en']
    .map((name) => `export * from '../sdk/src/${name}.ts';`)
    .join('\n'),
  // What sends requests, for widgets that make one at once.
  requests: ['make-client', 'loader'].map((name) => `export * from './src/internal/${name}.ts';`).join('\n'),
  // What forms have in common before they are drawn.
  forms: ['draft', 'form-widget'].map((name) => `export * from './src/internal/${name}.ts';`).join('\n'),
  // Lists of records.
  lists: `export * from './src/desk/list-widget.ts';`,
  // What the steps of a record ask for: fields by the contract, and what is chosen.
  contract: [define('choice-field'), `export * from './src/form/contract-field.ts';`].join('\n'),
  // The fields that they are drawn with: the main file loads them with the first form.
  fields: fields.map(define).join('\n'),
};
