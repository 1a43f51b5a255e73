/** What `custom-elements.json` says: each element as a page meets it, from the comments and types of its class. */
import path from 'node:path';
// @ts-expect-error -- the package has types for its configuration only
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import type {
  Attribute,
  ClassField,
  ClassMember,
  CustomElementDeclaration,
  Event,
  JavaScriptModule,
  Package,
} from 'custom-elements-manifest';
import { customProperties } from '../../../packages/elements/src/theme/properties.ts';
import { unitKinds } from '../../../packages/sdk/src/units/schema.ts';
import { root } from '../run.ts';

/** An element with all that it inherits. */
export interface ElementOf extends CustomElementDeclaration {
  tagName: string;
  summary: string;
  /** What it is called by the people who use it. */
  vietnamese: string;
  description: string;
  attributes: Attribute[];
  members: ClassMember[];
  events: Event[];
}

const home = 'packages/elements';
/** What the plugin of `custom-elements-manifest.config.js` adds. */
interface AnalyzedModule extends JavaScriptModule {
  /** The types a module names and exports. */
  aliases?: Record<string, string>;
}

/** A type as somebody reads it who has only the manifest: a choice of words with the words. */
function spelledOut(text: string, aliases: Readonly<Record<string, string>>): string {
  const spelled = text.replace("Unit['kind']", unitKinds.map((kind) => `'${kind}'`).join(' | '));
  const alias = aliases[spelled];
  return alias?.startsWith("'") ? alias : spelled;
}

/** Where a module of `src` lies in the package. */
const built = (source: string): string => source.replace(`${home}/src/`, 'dist/').replace(/\.ts$/, '.js');

/** How a class is made, and what only the browser calls: not for the page. */
const ofTheMaking =
  /^(#|\[|dependencies$|registry$|styles$|finalizeStyles$|shadowRootOptions$|formAssociated$|form\w+Callback$)/;
const isForThePage = ({ name, privacy }: ClassMember): boolean =>
  privacy !== 'private' && privacy !== 'protected' && !ofTheMaking.test(name);

/** Every event stands in a comment; what the analyzer guesses from `new …Event()` has no name, or a wrong one. */
const isDescribed = (event: Event): boolean => Boolean(event.name && event.description);

/** Attributes that accessors stand on, which the analyzer does not see. */
const fieldsOfAttributes: Readonly<Record<string, string>> = {
  name: 'name',
  disabled: 'disabled',
  value: 'defaultValue',
};

/** A class with the name that the plugin of `custom-elements-manifest.config.js` adds. */
type ElementClass = CustomElementDeclaration & { vietnamese?: string };

const classOf = ({ declarations = [] }: JavaScriptModule): ElementClass | undefined =>
  declarations.find((declaration) => declaration.kind === 'class') as ElementClass | undefined;

function tagOf({ members = [] }: CustomElementDeclaration): string | undefined {
  const tag = members.find((member) => member.name === 'tag') as ClassField | undefined;
  return tag?.default?.replaceAll("'", '');
}

/** What it has from its bases is its own: they are not for the page. */
function elementOf(module: AnalyzedModule, tagName: string, bases: Map<string, string>): ElementOf {
  const declared = classOf(module)!;
  const spell = <T extends { type?: { text: string } | undefined }>(thing: T): T =>
    thing.type ? { ...thing, type: { ...thing.type, text: spelledOut(thing.type.text, module.aliases ?? {}) } } : thing;
  const own = <T extends object>(things: readonly T[] = []): T[] =>
    things.map((thing) => Object.fromEntries(Object.entries(thing).filter(([key]) => key !== 'inheritedFrom')) as T);
  const { summary, vietnamese, description, slots, cssParts, cssProperties, attributes, events, members } = declared;
  if (!summary || !vietnamese || !description)
    throw new Error(`${tagName}: its class has no comment with a @summary and a @vietnamese name`);
  return {
    ...declared,
    tagName,
    summary,
    vietnamese,
    description,
    customElement: true,
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: own(attributes).map((attribute) => {
      const fieldName = attribute.fieldName ?? fieldsOfAttributes[attribute.name];
      return spell(fieldName ? { ...attribute, fieldName } : attribute);
    }),
    members: own(members?.filter(isForThePage)).map((member) => {
      const said = member.description ?? bases.get(member.name);
      const field = member.kind === 'field' ? spell(member) : member;
      return said ? { ...field, description: said } : field;
    }),
    events: own(events?.filter(isDescribed)),
    slots: own(slots),
    cssParts: own(cssParts),
    cssProperties: [
      ...own(cssProperties),
      ...customProperties.map((each) => ({ name: each.name, default: each.default, description: each.note[0] })),
    ],
  };
}

/** Reads the sources of the elements. */
export async function readManifest(): Promise<Package> {
  const { modules } = (await (cli as (options: object) => Promise<Package>)({
    argv: ['analyze', '--config', `${home}/custom-elements-manifest.config.js`],
    cwd: root,
    noWrite: true,
  })) as Package;
  modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  // What overrides says no more than what it overrides.
  const bases = new Map(
    modules
      .filter((module) => module.path.includes('/internal/'))
      .flatMap((module) => classOf(module)?.members ?? [])
      .flatMap(({ name, description }) => (description ? [[name, description] as const] : [])),
  );
  return {
    schemaVersion: '2.1.0',
    readme: '',
    modules: modules.flatMap((module) => {
      const declared = classOf(module);
      const tagName = declared && tagOf(declared);
      return tagName ? modulesOf(module, elementOf(module, tagName, bases)) : [];
    }),
  };
}

/** The module that defines the tag, and the one with the class. */
function modulesOf(module: JavaScriptModule, element: ElementOf): JavaScriptModule[] {
  const at = built(module.path);
  const { name, tagName } = element;
  return [
    {
      kind: 'javascript-module',
      path: path.posix.join(path.posix.dirname(at), 'define.js'),
      declarations: [],
      exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name, module: at } }],
    },
    {
      kind: 'javascript-module',
      path: at,
      declarations: [element],
      // Types, that other modules declare, too.
      exports: (module.exports ?? [])
        .filter(({ kind }) => kind === 'js')
        .map((exported) => ({ kind: 'js', name: exported.name, declaration: { name: exported.name, module: at } })),
    },
  ];
}

/** The elements of a manifest, by tag. */
export function elementsOf({ modules }: Package): ElementOf[] {
  return modules
    .flatMap(({ declarations = [] }) => declarations as ElementOf[])
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
}
