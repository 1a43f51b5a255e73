import type { Document, Element, Node } from '@xmldom/xmldom';
import { refuse } from '../say.ts';

export type { Element } from '@xmldom/xmldom';

/** Deeper than any real document; stops recursion on made-up ones. */
const MAX_XML_DEPTH = 400;

function broken(part: string): never {
  refuse(
    'not-an-office-file',
    '/file',
    'Không đọc được phần “$0” của tệp',
    'The part “$0” of the file cannot be read',
    part,
  );
}

/** Parses a part of an Office file. Office files have no document type; one with a DTD is made to hurt. */
export async function parseXml(bytes: Uint8Array, part: string): Promise<Document> {
  const text = new TextDecoder(bytes[0] === 0xff || bytes[0] === 0xfe ? 'utf-16' : 'utf-8').decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) broken(part);
  let depth = 0;
  for (const [, closing, selfClosing] of text.matchAll(/<(\/?)[A-Za-z][^>]*?(\/?)>/g)) {
    depth += closing ? -1 : selfClosing ? 0 : 1;
    if (depth > MAX_XML_DEPTH) broken(part);
  }
  const { DOMParser } = await import('@xmldom/xmldom');
  try {
    return new DOMParser({ onError: (level) => level !== 'warning' && broken(part) }).parseFromString(text, 'text/xml');
  } catch {
    return broken(part);
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** Child elements, by local name when one is given: prefixes differ from writer to writer. */
export function children(parent: Node, name?: string): Element[] {
  return [...parent.childNodes].filter(
    (node): node is Element => isElement(node) && (name === undefined || node.localName === name),
  );
}

/** The first child element of that local name. */
export function child(parent: Node | undefined, name: string): Element | undefined {
  return parent && children(parent, name)[0];
}

/** An attribute by local name, whatever its prefix. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  return element && [...element.attributes].find((each) => each.localName === name)?.value;
}
