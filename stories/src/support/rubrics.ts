import {
  illustrativeModel,
  illustrativeUnit,
  tayNinh2022,
  type Rubric,
  type RubricNode,
  type RubricReading,
} from '@dvk/sdk/rubrics';
import { installedRubric, rubricsInMemory, type AssessmentByRubric, type RubricsInMemory } from '@dvk/sdk/testing';

const decision = {
  reason: 'Cụ thể hóa quy định mới về đánh giá công tác dân vận',
  publishedBy: 'Trần Thị B',
  withdrawReason: null,
  withdrawnBy: null,
};

/** The version after the sample for units: one line is worth less, another more, one is new. */
export const nextRubric: Rubric = {
  ...illustrativeUnit,
  version: '2026',
  title: { vi: 'Thang điểm phong trào của đơn vị, năm 2026' },
  legalBasis: {
    number: '120/QĐ-UBND',
    title: 'Quyết định ban hành Bộ tiêu chí đánh giá phong trào của đơn vị',
    issuer: 'Ủy ban nhân dân tỉnh',
    date: '2026-01-15',
    confidence: 'published',
  },
  bands: illustrativeUnit.bands.map((band, at) =>
    at === 0 ? { ...band, title: { vi: 'Hoàn thành xuất sắc' } } : band,
  ),
};

/** Rubrics of a province: for units and models, in force, to come, replaced, ended and withdrawn. */
export const provinceRubrics = (
  reading: RubricReading = { rubric: illustrativeUnit, doubts: [] },
  assessments: readonly AssessmentByRubric[] = [],
): RubricsInMemory =>
  rubricsInMemory(
    [
      installedRubric(illustrativeUnit),
      installedRubric(nextRubric, { validFrom: '2026-02-01', addedAt: '2026-01-20T03:00:00Z', decision }),
      installedRubric(
        { ...nextRubric, version: '2027', legalBasis: { ...nextRubric.legalBasis, number: '2410/QĐ-UBND' } },
        { validFrom: '2027-01-01', validTo: '2030-12-31', addedAt: '2026-11-20T02:00:00Z', decision },
      ),
      installedRubric(illustrativeModel),
      installedRubric(
        { ...illustrativeModel, version: '1a' },
        {
          validFrom: '2026-03-01',
          addedAt: '2026-02-20T02:00:00Z',
          withdrawnAt: '2026-03-05T02:00:00Z',
          decision: { ...decision, withdrawReason: 'Ban hành nhầm tệp', withdrawnBy: 'Trần Thị B' },
        },
      ),
      installedRubric(tayNinh2022, { validTo: '2023-12-31' }),
    ],
    reading,
    assessments,
  );

const read: Rubric = {
  ...illustrativeModel,
  id: 'imported',
  version: 'draft',
  title: { vi: 'Thang điểm mô hình “Dân vận khéo”, năm 2027' },
  legalBasis: { title: 'Thang điểm', confidence: 'from-memory' },
};
const [first, second, third, ...others] = read.criteria as Extract<RubricNode, { kind: 'group' }>[];

/** What the reader makes of a file, and what it was not sure of. */
export const soundReading: RubricReading = {
  rubric: read,
  doubts: [
    {
      code: 'points-disagree',
      table: 'bảng 2',
      row: 9,
      address: 'hàng 9, cột 3',
      pointer: '/criteria/2/children/1/max',
      text: {
        vi: 'Cột “Điểm” ghi 10 nhưng trong tên ghi 8; bản nháp lấy theo cột “Điểm”',
        en: 'The column says 10 but the name says 8; the draft takes the column',
      },
    },
    {
      code: 'scoring-by-hand',
      table: 'bảng 2',
      row: 14,
      pointer: '/criteria/4/children/0',
      text: {
        vi: 'Chưa hiểu cách chấm “theo phụ lục 3”: bản nháp cho nhập điểm trong khoảng',
        en: 'The way of scoring “theo phụ lục 3” is not understood: points are entered within a range',
      },
    },
    {
      code: 'text-not-read',
      text: {
        vi: 'Đoạn dưới bảng chưa được đọc: “Việc xét chọn thực hiện hằng năm”',
        en: 'The text below the table was not read: “Việc xét chọn thực hiện hằng năm”',
      },
    },
  ],
};

/** The same file before it was corrected: a group has two points more than its lines, the total with it. */
export const wrongReading: RubricReading = {
  rubric: { ...read, criteria: [first!, second!, { ...third!, max: third!.max + 200 }, ...others] },
  doubts: [
    {
      code: 'group-sum',
      table: 'bảng 2',
      row: 7,
      address: 'hàng 7, cột 3',
      pointer: '/criteria/2/max',
      text: { vi: 'Điểm của nhóm III được lấy từ cột “Điểm”', en: 'The points of group III are from the column' },
    },
    ...soundReading.doubts,
  ],
};

const [line, ...lines] = illustrativeUnit.criteria;

/** A short file for units, with a line that the version before has not. */
export const unitReading: RubricReading = {
  rubric: {
    ...illustrativeUnit,
    id: 'imported',
    version: 'draft',
    title: { vi: 'Thang điểm phong trào của đơn vị, năm 2028' },
    criteria: [{ ...line!, id: 'moi' }, ...lines],
  },
  doubts: [],
};

/** Scorecards of units that a new version may touch. */
export const unitAssessments: readonly AssessmentByRubric[] = ['Phường Mẫu', 'Xã Mẫu', 'Sở Nội vụ'].map(
  (unitName, at) => ({
    id: `01890000-0000-7000-8000-00000000000${at + 1}`,
    subjectName: unitName,
    unitName,
    period: '2026',
    rubricId: illustrativeUnit.id,
    rubricVersion: at === 0 ? illustrativeUnit.version : nextRubric.version,
    lines: [],
  }),
);
