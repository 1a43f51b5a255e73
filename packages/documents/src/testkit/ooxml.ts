/** What Word asks of a `.docx` before it opens it without offering to repair it. */
import {
  CONTENT_TYPES,
  isRelationsPart,
  openArchive,
  readContentTypes,
  readPart,
  readRelations,
  readTags,
  relationsPartOf,
} from '@dvk/sdk/office';

const words = (text: string) => text.trim().split(/\s+/);

/** The order of children, by ECMA-376 part 1, as far as papers use them. */
const order: Readonly<Record<string, readonly string[]>> = {
  pPr: words(
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  ),
  rPr: words(
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  ),
  tblPr: words(
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  ),
  tcPr: words('cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'),
  tblBorders: words('top start left bottom end right insideH insideV'),
  tcBorders: words('top start left bottom end right insideH insideV tl2br tr2bl'),
  tblCellMar: words('top start left bottom end right'),
  tcMar: words('top start left bottom end right'),
  pBdr: words('top left bottom right between bar'),
  sectPr: words(
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  ),
  tbl: words('tblPr tblGrid tr'),
  tr: words('tblPrEx trPr tc'),
};
/** Children that may stand several times. */
const repeated = new Set(['tr', 'tc', 'headerReference', 'footerReference']);
/** Values that the schema takes as whole numbers only. */
const whole = /^(?:w|val|sz|h|left|right|start|end|top|bottom|header|footer|line|before|after|firstLine|gridSpan)$/;
const measured = new Set(['gridCol', 'tcW', 'tblW', 'pgSz', 'pgMar', 'spacing', 'ind', 'sz', 'szCs', 'gridSpan']);

interface Open {
  name: string;
  children: string[];
  attributes: Record<string, string>;
}

function judge({ name, children }: Open, faults: string[], part: string): void {
  const places = order[name];
  if (places) {
    let last = -1;
    for (const [at, child] of children.entries()) {
      const place = places.indexOf(child);
      if (place < 0) faults.push(`${part}: <${child}> in <${name}>`);
      else if (place < last) faults.push(`${part}: <${child}> after <${children[at - 1]}> in <${name}>`);
      else if (place === last && !repeated.has(child) && !child.endsWith('Reference'))
        faults.push(`${part}: <${child}> twice in <${name}>`);
      last = Math.max(last, place);
    }
  }
  if (name === 'tc' && children.at(-1) !== 'p') faults.push(`${part}: a cell that does not end with a paragraph`);
  if (name === 'tbl' && !children.includes('tr')) faults.push(`${part}: a table without rows`);
  if (name === 'p' && children.indexOf('pPr') > 0) faults.push(`${part}: <pPr> is not first in <p>`);
  if (name === 'r' && children.indexOf('rPr') > 0) faults.push(`${part}: <rPr> is not first in <r>`);
  if (name === 'body' && children.at(-1) !== 'sectPr') faults.push(`${part}: <sectPr> is not last in <body>`);
}

/** What is wrong with a `.docx`, one line each. */
export async function faultsOf(file: Uint8Array): Promise<string[]> {
  const faults: string[] = [];
  const archive = openArchive(file, 200);
  const names = new Set(archive.parts.map(({ name }) => name));
  const bytes = new Map<string, Uint8Array>();
  for (const part of archive.parts) bytes.set(part.name, await readPart(archive, part, 10_000_000));
  const types = await readContentTypes([bytes.get(CONTENT_TYPES)!]);
  for (const name of names) {
    if (name === CONTENT_TYPES) continue;
    if (!types.of(name)) faults.push(`${name} has no content type`);
    if (!isRelationsPart(name)) continue;
    for (const { target, external } of await readRelations([bytes.get(name)!], name))
      if (!external && !names.has(target)) faults.push(`${name} leads to ${target}, which is not there`);
  }
  for (const own of types.own.keys())
    if (!names.has(own) && ![...names].some((name) => name.toLowerCase() === own))
      faults.push(`a content type for ${own}, which is not there`);
  for (const name of names) {
    if (!/^word\/[^/]+\.xml$/.test(name)) continue;
    const related = bytes.get(relationsPartOf(name));
    const ids = new Set(related ? (await readRelations([related], relationsPartOf(name))).map(({ id }) => id) : []);
    const stack: Open[] = [];
    const grids: number[] = [];
    let cells = 0;
    await readTags([bytes.get(name)!], {
      open(tag, attributes) {
        stack.at(-1)?.children.push(tag);
        stack.push({ name: tag, children: [], attributes });
        if (tag === 'tbl') grids.push(0);
        if (tag === 'gridCol') grids[grids.length - 1]! += 1;
        if (tag === 'tr') cells = 0;
        if (tag === 'tc') cells += 1;
        if (tag === 'gridSpan') cells += Number(attributes['val']) - 1;
        if (tag.endsWith('Reference') && !ids.has(attributes['id'] ?? ''))
          faults.push(`${name}: <${tag}> without its relation`);
        for (const [key, value] of Object.entries(attributes))
          if (measured.has(tag) && whole.test(key) && !/^-?\d+$/.test(value))
            faults.push(`${name}: ${tag} ${key}="${value}"`);
      },
      close(tag) {
        const closed = stack.pop()!;
        judge(closed, faults, name);
        if (
          tag === 'tr' &&
          !stack.some(({ name }, at) => name === 'tbl' && at < stack.length - 1) &&
          cells !== grids.at(-1)
        )
          faults.push(`${name}: a row of ${cells} cells in a table of ${grids.at(-1)}`);
        if (tag === 'tbl') grids.pop();
      },
    });
  }
  return faults;
}
