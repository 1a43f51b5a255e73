import type { Assessment } from '@dvk/sdk/assessments';
import {
  criteriaOf,
  illustrativeUnit,
  placedNodes,
  type Criterion,
  type LineValue,
  type Rubric,
  type RubricPart,
} from '@dvk/sdk/rubrics';
import { assessmentResults, scoreFormulas } from '@dvk/sdk/assessments';
import { formatMoment, formatPoints } from '@dvk/sdk/text';
import { scoreRows, type ScoreRow } from '../../assessments/score-rows.ts';
import { defineTemplate, type PaperData } from '../define.ts';
import { dateTag, issuerTags, sampleOffice } from '../office.ts';
import type { Values } from '../template.ts';

/** What a score sheet is made from. */
export interface ScoreSheetData extends PaperData {
  assessment: Pick<Assessment, 'subject' | 'unitName' | 'period' | 'lines' | 'conditions' | 'results' | 'updatedAt'>;
  rubric: Rubric;
}

const shown = (points: number | null, word?: string): string =>
  word ?? (points === null ? '–' : formatPoints(points, { trim: true }));

const difference = ({ self, appraised }: ScoreRow): string => {
  if (self === null || appraised === null) return '–';
  return formatPoints(appraised - self, { trim: true }).replace('-', '−');
};

const valuesOf = (row: ScoreRow): Values => ({
  'là nhóm': row.kind === 'group',
  'là dòng': row.kind === 'line',
  tt: row.number,
  'tên tiêu chí': row.title,
  'tối đa': shown(row.max),
  'tự chấm': shown(row.self, row.selfWord),
  'thẩm định': shown(row.appraised, row.appraisedWord),
  'chênh lệch': difference(row),
});

function bandText({ assessment: { results }, rubric }: ScoreSheetData): string {
  const { classification, selfBand } = results;
  if (classification && !classification.eligible) return 'Không xếp loại';
  const id = classification ? classification.finalBand : selfBand;
  return rubric.bands.find((band) => band.id === id)?.title.vi ?? 'Chưa xếp loại';
}

/** The sheet with the points of a unit and of its appraisers. */
export const scoreSheet = defineTemplate<ScoreSheetData>({
  id: 'score-sheet',
  title: { vi: 'Phiếu chấm điểm', en: 'Score sheet' },
  layout: (profile) => ({
    profile,
    issuers: issuerTags,
    place: '',
    date: dateTag,
    title: { name: '{tên phiếu}', about: '{tên bộ tiêu chí}, kỳ {kỳ chấm}' },
    blocks: [
      { kind: 'tag', text: '{#là mẫu minh họa}' },
      { kind: 'remark', text: 'Thang điểm minh họa, chưa phải văn bản ban hành' },
      { kind: 'tag', text: '{/là mẫu minh họa}' },
      { kind: 'paragraph', text: ['Đối tượng chấm điểm: ', { text: '{đối tượng chấm}', bold: true }], indent: false },
      { kind: 'paragraph', text: 'Đơn vị tự chấm: {đơn vị tự chấm}', indent: false },
      {
        kind: 'table',
        columns: [
          { title: 'TT', share: 9, align: 'center' },
          { title: 'Tiêu chí', share: 47 },
          { title: 'Tối đa', share: 10, align: 'center' },
          { title: 'Điểm tự chấm', share: 12, align: 'center' },
          { title: 'Điểm thẩm định', share: 12, align: 'center' },
          { title: 'Chênh lệch', share: 10, align: 'center' },
        ],
        rows: [
          {
            cells: [
              '{#tiêu chí}{#là nhóm}{tt}',
              '{tên tiêu chí}',
              '{tối đa}',
              '{tự chấm}',
              '{thẩm định}',
              '{chênh lệch}{/là nhóm}',
            ],
            bold: true,
          },
          {
            cells: [
              '{#là dòng}{tt}',
              '{tên tiêu chí}',
              '{tối đa}',
              '{tự chấm}',
              '{thẩm định}',
              '{chênh lệch}{/là dòng}{/tiêu chí}',
            ],
          },
          { cells: ['', 'TỔNG CỘNG', '{tổng tối đa}', '{tổng tự chấm}', '{tổng thẩm định}', ''], bold: true },
        ],
      },
      { kind: 'paragraph', text: ['Xếp loại đề nghị: ', { text: '{xếp loại}', bold: true }, '.'], indent: false },
      { kind: 'paragraph', text: 'Trường hợp không xếp loại hoặc hạ mức: {điều kiện}.', indent: false },
      { kind: 'tag', text: '{#có lý do chênh lệch}' },
      { kind: 'paragraph', text: 'Lý do chênh lệch:', indent: false, keepNext: true },
      { kind: 'tag', text: '{#lý do chênh lệch}' },
      { kind: 'paragraph', text: '- Tiêu chí {tên tiêu chí}: {lý do}', indent: false },
      { kind: 'tag', text: '{/lý do chênh lệch}' },
      { kind: 'tag', text: '{/có lý do chênh lệch}' },
      { kind: 'paragraph', text: `Ý kiến của đơn vị: ${'.'.repeat(80)}`, indent: false, align: 'left' },
    ],
    signatures: [
      { position: 'Đại diện đơn vị', hint: 'Ký, ghi rõ họ tên' },
      { position: 'Người thẩm định', hint: 'Ký, ghi rõ họ tên' },
      {
        onBehalf: { capacity: 'collective', body: 'Tổ thẩm định' },
        position: 'Tổ trưởng',
        hint: 'Ký, ghi rõ họ tên',
      },
    ],
    trace: 'Số liệu của hệ thống lúc {thời điểm số liệu}.',
  }),
  values: (data) => {
    const { assessment, rubric } = data;
    const rows = scoreRows(assessment, rubric);
    const total = rows.at(-1)!;
    const recorded = new Set([
      ...assessment.conditions.map(({ conditionId }) => conditionId),
      ...(assessment.results.classification?.conditions ?? []),
    ]);
    const conditions = rubric.conditions.filter(({ id }) => recorded.has(id)).map(({ title }) => title.vi);
    const titles = new Map(criteriaOf(rubric).map(({ id, number, title }) => [id, number ?? title.vi]));
    const reasons = assessment.lines.flatMap(({ criterionId, reason }) =>
      reason ? [{ 'tên tiêu chí': titles.get(criterionId) ?? criterionId, 'lý do': reason }] : [],
    );
    return {
      'tên phiếu': assessment.results.appraised ? 'PHIẾU THẨM ĐỊNH' : 'PHIẾU TỰ CHẤM ĐIỂM',
      'tên bộ tiêu chí': rubric.title.vi,
      'kỳ chấm': assessment.period,
      'là mẫu minh họa': rubric.legalBasis.confidence === 'illustrative',
      'đối tượng chấm': assessment.subject.name,
      'đơn vị tự chấm': assessment.unitName,
      'tiêu chí': rows.slice(0, -1).map(valuesOf),
      'tổng tối đa': shown(total.max),
      'tổng tự chấm': shown(total.self),
      'tổng thẩm định': shown(total.appraised),
      'xếp loại': bandText(data),
      'điều kiện': conditions.join('; ') || 'không có',
      'có lý do chênh lệch': reasons.length > 0,
      'lý do chênh lệch': reasons,
      'thời điểm số liệu': formatMoment(assessment.updatedAt),
    };
  },
  sample: sampleScores,
});

/** A made-up unit with points in every line, one of them lower by its appraisers. */
function sampleScores(): ScoreSheetData {
  const rubric = illustrativeUnit;
  const lines = placedNodes(rubric).flatMap(({ node, part, reserved }) => {
    const value = node.kind === 'group' ? undefined : sampleValue(node, part);
    if (!value) return [];
    const criterionId = node.id;
    if (reserved) return [{ criterionId, appraised: value, evidence: [] }];
    if (!('points' in value)) return [{ criterionId, self: value, appraised: value, evidence: [] }];
    const appraised = { points: 0 };
    return [{ criterionId, self: value, appraised, reason: 'Hồ sơ chưa có biên bản họp', evidence: [] }];
  });
  return {
    office: sampleOffice,
    date: '2026-11-30',
    rubric,
    assessment: {
      subject: { kind: 'unit', id: '01993000-0000-7000-8000-000000000007', name: 'Ủy ban nhân dân phường Mẫu' },
      unitName: 'Ủy ban nhân dân phường Mẫu',
      period: '2026',
      lines,
      conditions: [],
      results: assessmentResults(rubric, { lines, conditions: [] }, { formulas: scoreFormulas }),
      updatedAt: '2026-11-20T03:15:00Z',
    },
  };
}

function sampleValue(criterion: Criterion, part: RubricPart): LineValue | undefined {
  switch (criterion.kind) {
    case 'range':
      return { points: criterion.max };
    case 'levels':
      return { level: criterion.levels[0]!.id };
    case 'yes-no':
    case 'gate':
      return { met: part === 'criteria' };
    case 'ratio':
      return { numerator: 95, denominator: 100 };
    case 'count':
      return { count: part === 'criteria' && criterion.from === 'zero' ? 1 : 0 };
    case 'formula':
      return undefined;
  }
}
