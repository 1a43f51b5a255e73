import type { Lacking } from './lacking.ts';
import { entry, html, lackedBy } from './table.ts';

/** Which HTML the templates of a source use that a supported browser lacks. */
export function findLackingMarkup(source: string, where: string): Lacking[] {
  return [...source.matchAll(/(?<![\w.])html`((?:[^`\\]|\\.)*)`/g)].flatMap(({ index, 1: written }) => {
    const line = source.slice(0, index).split('\n').length;
    // Words of a comment are no attributes.
    const template = written!.replaceAll(/^\s*\/\/.*$/gm, '');
    const tags = [...template.matchAll(/<([a-z][a-z\d]*)(?=[\s>])/g)].map(
      ([, name]) => [`<${name}>`, entry(html.elements, name!)] as const,
    );
    const attributes = [...template.matchAll(/\s([a-z]+)(?:=|(?=[\s>]))/g)].map(([, name]) => {
      const ofSome = entry(html.elements['button'], name!) ?? entry(html.elements['input'], name!);
      return [name!, entry(html.global_attributes, name!) ?? ofSome] as const;
    });
    return [...tags, ...attributes].flatMap(([what, feature]) => {
      const by = lackedBy(feature);
      return by.length > 0 ? [{ where: `${where}:${line}`, what, by }] : [];
    });
  });
}
