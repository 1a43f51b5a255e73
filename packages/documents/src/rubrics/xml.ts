import { OfficeError, readTags } from '@dvk/sdk/office';
import { refuse } from '@dvk/sdk/rubrics';
import { MAX_ELEMENTS } from './limits.ts';

/** Deeper than any real document; bounds the recursion. */
const MAX_XML_DEPTH = 400;

/** An element. Names are without their prefix, which differs from program to program. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Its own characters, without those of its children. */
  readonly text: string;
}

export interface XmlOptions {
  /** Elements left out with all they hold. */
  skip?: ReadonlySet<string>;
  /** Name of the element whose children are given to `each` one by one and then forgotten: a long document is never in memory as a whole. */
  within?: string;
  /** Returns `false` when no more is wanted. */
  each?: (element: Element) => boolean | void;
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

function broken(part: string): never {
  refuse(
    'not-an-office-file',
    '/file',
    'Không đọc được phần “$0” của tệp: hãy mở bằng chương trình của nó rồi lưu lại',
    'The part “$0” of the file cannot be read: open the file in its program and save it again',
    part,
  );
}

function tooMuch(): never {
  refuse(
    'file-too-large',
    '/file',
    'Tệp có quá nhiều nội dung: hãy tách riêng phần có bảng tiêu chí',
    'The file holds too much: keep only the part with the table of criteria',
  );
}

const noChildren: Element[] = [];
const noAttributes = {};

/** Thrown to leave the parser early. */
const enough = new Error('enough');

/**
 * Parses a part of an Office file in one pass and returns its root. Office files have no document type: one with a DTD
 * is made to hurt. Throws `InputError` `not-an-office-file` for what is not well-formed, `file-too-large` for too much.
 */
export async function readXml(bytes: Uint8Array, part: string, options: XmlOptions = {}): Promise<Element> {
  const { skip, within, each } = options;
  const open: Open[] = [];
  let root: Element | undefined;
  let skipping = 0;
  let elements = 0;
  let depth = 0;
  try {
    await readTags([bytes], {
      open(name, attributes) {
        if (++depth > MAX_XML_DEPTH) broken(part);
        if (++elements > MAX_ELEMENTS) tooMuch();
        if (skipping > 0 || skip?.has(name)) skipping += 1;
        else {
          open.push({
            name,
            attributes: Object.keys(attributes).length > 0 ? attributes : noAttributes,
            children: noChildren,
            text: '',
          });
        }
      },
      close() {
        depth -= 1;
        if (skipping > 0) {
          skipping -= 1;
          return;
        }
        const element = open.pop()!;
        const parent = open.at(-1);
        if (!parent) root = element;
        else if (each && parent.name === within) {
          if (each(element) === false) throw enough;
        } else if (parent.children === noChildren) parent.children = [element];
        else parent.children.push(element);
      },
      text(text) {
        const current = open.at(-1);
        if (current && skipping === 0) current.text += text;
      },
    });
  } catch (error) {
    if (error === enough) return open[0]!;
    if (error instanceof OfficeError) broken(part);
    throw error;
  }
  return root ?? broken(part);
}

/** Child elements of a name. */
export function children(parent: Element | undefined, name: string): Element[] {
  return parent ? parent.children.filter((each) => each.name === name) : [];
}

/** The first child element of a name. */
export function child(parent: Element | undefined, name: string): Element | undefined {
  return parent?.children.find((each) => each.name === name);
}

/** The `val` attribute of a child element, where Word stores most settings. */
export function valueOf(parent: Element | undefined, name: string): string | undefined {
  return child(parent, name)?.attributes['val'];
}

/** Whether a setting is on: it is when present without a value. */
export function isOn(parent: Element | undefined, name: string): boolean {
  const element = child(parent, name);
  return element !== undefined && !['0', 'false', 'off', 'none'].includes(element.attributes['val'] ?? '');
}
