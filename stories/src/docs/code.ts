import { elementCalled, isSettable } from './manifest.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** What a page writes to get an element with these properties: attributes, and a script for what has none. */
export function codeFor(tag: string, args: Readonly<Record<string, unknown>>): string {
  const { members = [], attributes = [] } = elementCalled(tag) ?? {};
  const set = members.filter(isSettable).filter(({ name }) => ![undefined, '', false].includes(args[name] as never));
  const attributeOf = (name: string) => attributes.find(({ fieldName }) => fieldName === name)?.name;
  const inTag = set
    .filter(({ name }) => attributeOf(name))
    .map(({ name }) =>
      args[name] === true ? attributeOf(name) : `${attributeOf(name)}="${escape(String(args[name]))}"`,
    );
  const scripted = set
    .filter(({ name }) => !attributeOf(name) && typeof args[name] !== 'function')
    .map(({ name }) => `  element.${name} = ${JSON.stringify(args[name], undefined, 2).replaceAll('\n', '\n  ')};\n`);
  const element = `<${[tag, ...inTag].join(' ')}></${tag}>`;
  if (scripted.length === 0) return element;
  return `${element}\n<script type="module">\n  const element = document.querySelector('${tag}');\n${scripted.join('')}</script>`;
}
