import type { Criterion, Rubric, RubricNode } from '@dvk/sdk/rubrics';
import { rubricPartNames } from '@dvk/sdk/rubrics';
import { partsOf, type RubricPart } from '@dvk/sdk/rubrics';
import { conditionSentence } from './conditions.ts';
import { formatPoints } from '@dvk/sdk/text';

/** A row of an exported table. */
export interface SheetRow {
  kind: 'header' | 'part' | 'group' | 'line' | 'total';
  /** 0 at the top. */
  depth: number;
  cells: [number: string, title: string, max: string, how: string, evidence: string];
}

const points = (hundredths: number) => formatPoints(hundredths, { trim: true });

/** How a line is scored, in words that officials write and `importRubric` reads back. */
export function describeScoring(criterion: Criterion, part: RubricPart): string {
  const parts: string[] = [];
  switch (criterion.kind) {
    case 'levels':
      parts.push(criterion.levels.map(({ title, points: worth }) => `${title.vi}: ${points(worth)} điểm`).join(';\n'));
      break;
    case 'range':
      if (criterion.step)
        parts.push(
          `Chấm từ ${points(criterion.min ?? 0)} đến ${points(criterion.max)}, bước ${points(criterion.step)}`,
        );
      break;
    case 'yes-no':
      parts.push(`Có: ${points(criterion.max)} điểm;\nKhông: 0 điểm`);
      break;
    case 'count':
      parts.push(
        `Mỗi ${criterion.unit?.vi ?? 'lần'} ${criterion.from === 'zero' && part !== 'deduction' ? 'được' : 'trừ'} ${points(criterion.each)} điểm`,
      );
      break;
    case 'ratio':
      parts.push(
        [...criterion.thresholds]
          .sort((a, b) => b.atLeast - a.atLeast)
          .map(({ atLeast, points: worth }) => `Từ ${points(atLeast)}% trở lên: ${points(worth)} điểm`)
          .join(';\n'),
      );
      if (criterion.thresholds.length === 1) parts[0] += ';\nDưới 0%: 0 điểm';
      break;
    case 'formula':
      parts.push(`Công thức ${criterion.expression}`);
      break;
    case 'gate':
      parts.push('Điều kiện bắt buộc');
  }
  if (criterion.kind !== 'gate' && criterion.mayNotApply) parts.push('Được để không áp dụng');
  if (criterion.scoredBy === 'superior') parts.push('Do cấp trên chấm');
  return parts.join('\n');
}

function rowsOf(nodes: readonly RubricNode[], depth: number, part: RubricPart): SheetRow[] {
  return nodes.flatMap((node): SheetRow[] => {
    const number = node.number ?? '-';
    if (node.kind === 'group') {
      const how = [node.capped ? 'Giới hạn tối đa' : '', node.scoredBy === 'superior' ? 'Do cấp trên chấm' : '']
        .filter(Boolean)
        .join('\n');
      return [
        { kind: 'group', depth, cells: [number, node.title.vi, points(node.max), how, ''] },
        ...rowsOf(node.children, depth + 1, part),
      ];
    }
    const evidence = node.evidence ? (node.evidence.hint?.vi ?? 'Có minh chứng') : '';
    return [
      {
        kind: 'line',
        depth,
        cells: [
          number,
          node.title.vi,
          node.kind === 'gate' ? '' : points(node.max),
          describeScoring(node, part),
          evidence,
        ],
      },
    ];
  });
}

/** The whole table of a rubric, ready for a document or a sheet. */
export function sheetRows(rubric: Rubric): SheetRow[] {
  const parts = partsOf(rubric).flatMap(({ part, nodes }): SheetRow[] => {
    if (part === 'criteria') return rowsOf(nodes, 0, part);
    const max = rubric[part]!.max;
    return [
      { kind: 'part', depth: 0, cells: ['', `${rubricPartNames[part]} (tối đa ${points(max)} điểm)`, '', '', ''] },
      ...rowsOf(nodes, 1, part),
    ];
  });
  return [
    { kind: 'header', depth: 0, cells: ['TT', 'Nội dung, tiêu chí', 'Điểm tối đa', 'Cách chấm', 'Minh chứng'] },
    ...parts,
    { kind: 'total', depth: 0, cells: ['', 'Tổng cộng', points(rubric.total), '', ''] },
  ];
}

/** The classes as sentences: “Tốt: từ 80 đến dưới 90 điểm”. */
function bandSentences({ bands }: Rubric): string[] {
  return [...bands]
    .sort((a, b) => b.from - a.from)
    .map(({ title, from, below }) =>
      below === undefined
        ? `${title.vi}: từ ${points(from)} điểm trở lên`
        : from === 0
          ? `${title.vi}: dưới ${points(below)} điểm`
          : `${title.vi}: từ ${points(from)} đến dưới ${points(below)} điểm`,
    );
}

/** The text below the table: classes and conditions. */
export function closingSentences(rubric: Rubric): string[] {
  const { bands, conditions } = rubric;
  return [
    ...(bands.length > 0 ? ['Xếp loại', ...bandSentences(rubric)] : []),
    ...(conditions.length > 0
      ? ['Điều kiện xếp loại', ...conditions.map((each) => conditionSentence(each, bands))]
      : []),
  ];
}
