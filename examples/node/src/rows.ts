import { checkBody, modelsCreate, type FieldIssue } from '@dvk/sdk/constraints';
import { describeFieldError } from '@dvk/sdk/contract';
import { checkRegistration, type ModelRegistration } from '@dvk/sdk/models';
import { fold, parseDate, parseNumber } from '@dvk/sdk/text';
import { parse } from 'csv-parse/sync';

/** One line of the file. */
export interface Row {
  /** Line in the file, for messages. */
  line: number;
  cells: Readonly<Record<string, string>>;
  registration: ModelRegistration;
}

/** Heading of each field, by its JSON pointer. */
const headings: Readonly<Record<string, string>> = {
  '/registrantKind': 'Chủ thể',
  '/registrantName': 'Cá nhân đăng ký',
  '/intakeKind': 'Loại đăng ký',
  '/name': 'Tên mô hình',
  '/field': 'Lĩnh vực',
  '/tags': 'Thẻ',
  '/provinceCode': 'Mã tỉnh',
  '/communeCode': 'Mã xã',
  '/address': 'Địa chỉ',
  '/content/situation': 'Thực trạng, lý do',
  '/content/goals': 'Mục tiêu',
  '/content/activities': 'Cách làm',
  '/content/beneficiaries': 'Phạm vi, đối tượng',
  '/content/forces': 'Lực lượng tham gia',
  '/content/resources': 'Nguồn lực',
  '/content/schedule': 'Tiến độ',
  '/content/outputs': 'Kết quả, sản phẩm',
  '/content/sustainability': 'Duy trì, nhân rộng',
  '/budget': 'Kinh phí (đồng)',
  '/responsiblePerson': 'Người phụ trách',
  '/startDate': 'Ngày bắt đầu',
  '/assessmentDate': 'Ngày đánh giá',
  '/endDate': 'Ngày kết thúc',
};

const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/registrantKind': { 'tập thể': 'collective', 'cá nhân': 'individual' },
  '/intakeKind': { 'đang có': 'existing', 'xây dựng mới': 'new' },
  '/field': {
    'kinh tế': 'economy',
    'văn hóa - xã hội': 'culture-society',
    'quốc phòng - an ninh': 'defence-security',
    'hệ thống chính trị': 'political-system',
  },
};

/** What a person typed in a cell as the API wants it; what cannot be read stays as it is, for the check to find. */
function valueOf(pointer: string, cell: string): unknown {
  if (pointer in choices)
    return Object.entries(choices[pointer]!).find(([label]) => fold(label) === fold(cell))?.[1] ?? cell;
  if (pointer.endsWith('Date')) return parseDate(cell) ?? cell;
  if (pointer === '/budget') return parseNumber(cell)?.value ?? cell;
  if (pointer === '/tags') return cell.split(';').map((tag) => tag.trim());
  return cell;
}

function registrationOf(cells: Readonly<Record<string, string>>, unitId: string): ModelRegistration {
  const content: Record<string, unknown> = {};
  const registration: Record<string, unknown> = { unitId, content };
  for (const [pointer, heading] of Object.entries(headings)) {
    const cell = cells[heading] ?? '';
    if (cell === '') continue;
    const [, first = '', second] = pointer.split('/');
    (second ? content : registration)[second ?? first] = valueOf(pointer, cell);
  }
  return registration as ModelRegistration;
}

/**
 * Reads a CSV file as spreadsheets write it (comma or semicolon, with or without byte order mark) and checks every line before anything
 * is sent.
 *
 * @returns the rows, and a sentence for each fault
 */
export function readRows(csv: string, unitId: string): { rows: Row[]; faults: string[] } {
  const [head = ''] = csv.split('\n', 1);
  const records = parse(csv, {
    bom: true,
    columns: true,
    delimiter: head.split(';').length > head.split(',').length ? ';' : ',',
    info: true,
    trim: true,
    skip_empty_lines: true,
  }) as { record: Record<string, string>; info: { lines: number } }[];

  const faults: string[] = [];
  const rows = records.map(({ record: cells, info: { lines: line } }) => {
    const registration = registrationOf(cells, unitId);
    const found = checkBody(modelsCreate, registration);
    const broken: FieldIssue[] = found.length > 0 ? found : checkRegistration(registration);
    for (const { pointer, code, params } of broken)
      faults.push(`Dòng ${line}, ${headings[pointer] ?? pointer}: ${describeFieldError(code, params)}`);
    return { line, cells, registration };
  });
  return { rows, faults };
}
