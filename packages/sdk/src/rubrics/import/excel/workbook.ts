import type { Parts } from '../package.ts';
import { child, children, readXml, type Element } from '../xml.ts';
import { refuse } from '../../say.ts';
import { cellStyles, Shower } from './shown.ts';

export interface SheetPart {
  name: string;
  /** Name of its part; `undefined` for what is no sheet of cells: charts, macros, dialogs. */
  part: string | undefined;
  hidden: boolean;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  sheets: SheetPart[];
  strings: string[];
  shower: Shower;
}

/** Text of a shared or inline string, its runs joined; the reading aids of Japanese (`rPh`) are not shown with it. */
export function stringOf(element: Element | undefined): string {
  return (element?.children ?? [])
    .map((node) => (node.name === 't' ? node.text : node.name === 'r' ? (child(node, 't')?.text ?? '') : ''))
    .join('');
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

  const strings: string[] = [];
  const stringsPart = related('sharedStrings', 'sharedStrings.xml');
  const stringsBytes = await parts.read(stringsPart);
  if (stringsBytes) {
    await readXml(stringsBytes, stringsPart, {
      within: 'sst',
      each: (element) => void strings.push(stringOf(element)),
    });
  }
  const stylesPart = related('styles', 'styles.xml');
  const stylesBytes = await parts.read(stylesPart);
  const formats = await import('numfmt');
  const styles = cellStyles(stylesBytes && (await readXml(stylesBytes, stylesPart)), formats);
  const since1904 = ['1', 'true'].includes(child(root, 'workbookPr')?.attributes['date1904'] ?? '');
  return { sheets, strings, shower: new Shower(formats, styles, since1904) };
}
