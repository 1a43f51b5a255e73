import type { ISectionOptions, Paragraph, Table } from 'docx';
import { xmlText } from '@dvk/sdk/office';
import { blocksOf, bodySize } from './blocks.ts';
import { endOf } from './end.ts';
import { addresseesOf, headOf, titleOf } from './head.ts';
import { kitOf, type Kit, type Library } from './kit.ts';
import { a4, halfPoints, millimetres } from './measure.ts';
import type { Appendix, Paper } from './paper.ts';

/** Media type of a `.docx`. */
export const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Keeps the last lines of the text with the signatures: nobody signs a page that says nothing. */
function besideTheEnd(blocks: Paper['blocks']): Paper['blocks'] {
  const last = blocks.at(-1);
  return last?.kind === 'paragraph' ? [...blocks.slice(0, -1), { ...last, keepNext: true }] : blocks;
}

/** Text with the mark that ends it: “./.” */
function withEndMark({ blocks, endMark, profile }: Paper): Paper['blocks'] {
  const last = blocks.at(-1);
  if (!endMark || last?.kind !== 'paragraph') return blocks;
  const pieces = typeof last.text === 'string' || 'text' in last.text ? [last.text] : last.text;
  const end = pieces.at(-1)!;
  const words = (typeof end === 'string' ? end : end.text).replace(/[./\s]+$/, '');
  const ended = `${words}${profile.endMark}`;
  const text = [...pieces.slice(0, -1), typeof end === 'string' ? ended : { ...end, text: ended }];
  return [...blocks.slice(0, -1), { ...last, text }];
}

/** Margins, and the page number at the top, in the middle, from the second page on. */
function sectionOf(
  library: Library,
  { profile, paragraph }: Kit,
  { trace }: Paper,
  { landscape = false, first = true } = {},
): Omit<ISectionOptions, 'children'> {
  const { AlignmentType, Footer, Header, PageNumber, PageOrientation, Paragraph, TextRun } = library;
  const { top, bottom, left, right } = profile.margins;
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(profile.pageNumber.size) })],
  });
  const footer = trace ? new Footer({ children: [paragraph(trace, { size: 10 })] }) : undefined;
  return {
    properties: {
      titlePage: first,
      page: {
        // The library turns the two sides of a landscape sheet itself.
        size: {
          ...a4,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: millimetres(top),
          bottom: millimetres(bottom),
          left: millimetres(left),
          right: millimetres(right),
          header: millimetres(10),
          footer: millimetres(10),
        },
      },
    },
    headers: {
      default: new Header({ children: [number] }),
      ...(first ? { first: new Header({ children: [new Paragraph({})] }) } : {}),
    },
    ...(footer ? { footers: { default: footer, ...(first ? { first: footer } : {}) } } : {}),
  };
}

function appendixOf({ name, title, belongsTo, blocks }: Appendix, kit: Kit): (Paragraph | Table)[] {
  const { size } = kit.profile.body;
  const center = { align: 'center' as const, keepNext: true };
  return [
    kit.paragraph(name.toLocaleUpperCase('vi'), { size, bold: true, ...center }),
    kit.paragraph(title.toLocaleUpperCase('vi'), { size, bold: true, ...center }),
    ...(belongsTo ? [kit.paragraph(`(${belongsTo})`, { size, italic: true, ...center, after: 8 })] : []),
    ...blocksOf(blocks, kit),
  ];
}

/** Where the last thing is a table, Word needs a paragraph after it: one that takes no room. */
const closed = (children: (Paragraph | Table)[], kit: Kit): (Paragraph | Table)[] =>
  children.at(-1) instanceof kit.library.Table ? [...children, kit.paragraph('', { size: 1, line: 1 })] : children;

/**
 * An official paper as a `.docx`: head, title, text, recipients and signatures, appendices on pages of their own. What the profile
 * says of type, margins and marks holds throughout.
 */
export async function writePaper(paper: Paper): Promise<Uint8Array> {
  const library = await import('docx');
  const { profile, appendices = [] } = paper;
  const kit = kitOf(library, profile);
  const text = blocksOf(besideTheEnd(withEndMark(paper)), kit);
  const children = [
    ...headOf(paper, kit),
    ...titleOf(paper, kit),
    ...addresseesOf(paper, kit),
    ...text,
    ...endOf(paper, kit),
  ];
  const document = new library.Document({
    title: xmlText([paper.title?.name, paper.title?.about ?? paper.subject].filter(Boolean).join(' ')),
    creator: xmlText(paper.issuers.at(-1) ?? ''),
    styles: {
      default: { document: { run: { font: profile.font, size: bodySize(kit), language: { value: 'vi-VN' } } } },
    },
    sections: [
      { ...sectionOf(library, kit, paper), children: closed(children, kit) },
      ...appendices.map((appendix) => {
        const { landscape = false } = appendix;
        const own = kitOf(library, profile, landscape);
        return {
          ...sectionOf(library, own, paper, { landscape, first: false }),
          children: closed(appendixOf(appendix, own), own),
        };
      }),
    ],
  });
  return new Uint8Array(await library.Packer.toArrayBuffer(document));
}
