/** What editors read: custom data of VS Code, web-types of the JetBrains editors. */
import type { ClassField, ClassMethod, Package } from 'custom-elements-manifest';
import { elementsOf, type ElementOf } from './manifest.ts';

/** The words an attribute may have, without quotation marks; none when it takes any text. */
export function wordsOf(type = ''): string[] {
  return [...type.matchAll(/'([^']+)'/g)].map(([, word]) => word!);
}

export const fieldsOf = ({ members }: ElementOf): ClassField[] =>
  members.filter((member): member is ClassField => member.kind === 'field' && !member.static);
export const methodsOf = ({ members }: ElementOf): ClassMethod[] =>
  members.filter((member): member is ClassMethod => member.kind === 'method');

const isBoolean = (type?: { text: string }): boolean => type?.text.startsWith('boolean') ?? false;

/** One of each name, as the first element says it. */
function once<T extends { name: string }>(things: readonly T[]): T[] {
  return [...new Map(things.toReversed().map((thing) => [thing.name, thing])).values()].toReversed();
}
const customProperties = (elements: readonly ElementOf[]) =>
  once(elements.flatMap(({ cssProperties = [] }) => cssProperties));
const parts = (elements: readonly ElementOf[]) => once(elements.flatMap(({ cssParts = [] }) => cssParts));

/** For `html.customData` of VS Code. */
export function vsCodeHtml(manifest: Package): object {
  return {
    version: 1.1,
    tags: elementsOf(manifest).map(({ tagName, summary, description, attributes, events }) => ({
      name: tagName,
      description: {
        kind: 'markdown',
        value: [
          `**${summary}**`,
          description,
          events.map(({ name, description }) => `- \`${name}\`: ${description}`).join('\n'),
        ]
          .filter(Boolean)
          .join('\n\n'),
      },
      attributes: attributes.map(({ name, description, type }) => ({
        name,
        description,
        // `v` is VS Code's word for an attribute that needs no value.
        ...(isBoolean(type) ? { valueSet: 'v' } : { values: wordsOf(type?.text).map((word) => ({ name: word })) }),
      })),
    })),
  };
}

/** For `css.customData` of VS Code. */
export function vsCodeCss(manifest: Package): object {
  const elements = elementsOf(manifest);
  return {
    version: 1.1,
    properties: customProperties(elements).map(({ name, description }) => ({ name, description })),
    pseudoElements: parts(elements).map(({ name, description }) => ({ name: `::part(${name})`, description })),
  };
}

/** The file that `web-types` of package.json names. */
export function webTypes(manifest: Package, { name, version }: { name: string; version: string }): object {
  const elements = elementsOf(manifest);
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name,
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map((element) => ({
          name: element.tagName,
          description: `${element.summary}\n\n${element.description}`,
          source: { module: `${name}/${element.tagName.replace('dvk-', '')}`, symbol: element.name },
          attributes: element.attributes.map(({ name, description, type, default: given }) => ({
            name,
            description,
            ...(isBoolean(type)
              ? { value: { kind: 'no-value', type: 'boolean' } }
              : { value: { kind: 'plain', type: type?.text } }),
            ...(given === undefined ? {} : { default: given.replaceAll("'", '') }),
          })),
          slots: (element.slots ?? []).map(({ name, description }) => ({ name: name || 'default', description })),
          js: {
            properties: fieldsOf(element).map(({ name, description, type, readonly }) => ({
              name,
              description,
              type: type?.text,
              ...(readonly ? { 'read-only': true } : {}),
            })),
            events: element.events.map(({ name, description, type }) => ({ name, description, type: type.text })),
          },
        })),
      },
      css: {
        properties: customProperties(elements).map(({ name, description }) => ({ name, description })),
        'pseudo-elements': parts(elements).map(({ name, description }) => ({ name: `part(${name})`, description })),
      },
    },
  };
}
