import type { Parts } from '../package.ts';
import { lowered, raised } from '../scripts.ts';
import { child, children, isOn, readXml, valueOf, type Element } from '../xml.ts';
import { refuse } from '@dvk/sdk/rubrics';
import { cellStyles, Shower } from './shown.ts';

export interface SheetPart {
  name: string;
  /** Name of its part; `undefined` for charts, macros and dialogs. */
  part: string | undefined;
  hidden: boolean;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  sheets: SheetPart[];
  strings: SharedText[];
  shower: Shower;
}

/** A shared or inline string as it is shown. */
export interface SharedText {
  text: string;
  /** What of it is crossed out; it is not part of the text. */
  struck: string;
}

/**
 * Its runs joined; raised and lowered digits stand apart from the number they follow. The reading aids of Japanese (`rPh`)
 * are not shown with it.
 */
export function sharedText(element: Element | undefined): SharedText {
  let [text, struck] = ['', ''];
  for (const node of element?.children ?? []) {
    const own = node.name === 't' ? node.text : node.name === 'r' ? (child(node, 't')?.text ?? '') : '';
    const properties = child(node, 'rPr');
    const align = valueOf(properties, 'vertAlign');
    if (isOn(properties, 'strike')) struck += own;
    else text += align === 'superscript' ? raised(own) : align === 'subscript' ? lowered(own) : own;
  }
  return { text, struck };
}

export async function readWorkbook(parts: Parts, main: string): Promise<Workbook> {
  const root = await readXml((await parts.read(main))!, main);
  const relations = await parts.relationsOf(main);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const related = (type: string, usual: string) =>
    relations.find((each) => each.type === type)?.target ?? folder + usual;

  const sheets = children(child(root, 'sheets'), 'sheet').map(({ attributes }): SheetPart => {
    const relation = relations.find(({ id }) => id === attributes['id']);
    const isSheet = relation?.type === 'worksheet' && parts.has(relation.target);
    return {
      name: attributes['name'] ?? '',
      part: isSheet ? relation.target : undefined,
      hidden: ['hidden', 'veryHidden'].includes(attributes['state'] ?? ''),
    };
  });
  if (sheets.length === 0)
    refuse(
      'not-an-office-file',
      '/file',
      'Bảng tính này không có trang nào: hãy mở bằng Excel rồi lưu lại',
      'This spreadsheet has no sheets: open it in Excel and save it again',
    );

  const strings: SharedText[] = [];
  const stringsPart = related('sharedStrings', 'sharedStrings.xml');
  const stringsBytes = await parts.read(stringsPart);
  if (stringsBytes) {
    await readXml(stringsBytes, stringsPart, {
      within: 'sst',
      each: (element) => void strings.push(sharedText(element)),
    });
  }
  const stylesPart = related('styles', 'styles.xml');
  const stylesBytes = await parts.read(stylesPart);
  const formats = await import('numfmt');
  const styles = cellStyles(stylesBytes && (await readXml(stylesBytes, stylesPart)), formats);
  const since1904 = ['1', 'true'].includes(child(root, 'workbookPr')?.attributes['date1904'] ?? '');
  return { sheets, strings, shower: new Shower(formats, styles, since1904) };
}
