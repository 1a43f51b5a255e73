import type { Bilingual } from '../../errors/input-error.ts';
import { searchKey } from '../../text/fold.ts';

/** The columns of the table of units, in the order in which it is written. */
export const unitColumns = [
  'externalId',
  'code',
  'name',
  'kind',
  'partyParent',
  'administrativeParent',
  'placeCode',
  'topics',
  'address',
  'phone',
  'email',
  'identificationCode',
  'validFrom',
  'validTo',
] as const;
export type UnitColumn = (typeof unitColumns)[number];

/** The headings of the columns. */
export const unitColumnNames: Readonly<Record<UnitColumn, Bilingual>> = {
  externalId: { vi: 'Mã trong hệ thống khác', en: 'External id' },
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Tên', en: 'Name' },
  kind: { vi: 'Loại', en: 'Kind' },
  partyParent: { vi: 'Mã cấp trên (Đảng)', en: 'Parent code (Party)' },
  administrativeParent: { vi: 'Mã cấp trên (chính quyền)', en: 'Parent code (administrative)' },
  placeCode: { vi: 'Mã địa bàn', en: 'Place code' },
  topics: { vi: 'Lĩnh vực', en: 'Topics' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Email', en: 'Email' },
  identificationCode: { vi: 'Mã định danh', en: 'Identification code' },
  validFrom: { vi: 'Hiệu lực từ', en: 'Valid from' },
  validTo: { vi: 'Đến', en: 'Valid to' },
};

/** What offices call the same columns. */
const alsoCalled: Readonly<Record<UnitColumn, readonly string[]>> = {
  externalId: ['mã ngoài', 'mã hệ thống khác', 'mã bên ngoài', 'external code'],
  code: ['mã đơn vị', 'mã cơ quan', 'mã số', 'unit code'],
  name: ['tên đơn vị', 'tên cơ quan', 'tên cơ quan, đơn vị', 'tên tổ chức', 'unit name'],
  kind: ['loại đơn vị', 'loại hình', 'loại cơ quan', 'type'],
  partyParent: ['cấp trên (đảng)', 'mã cấp trên của đảng', 'đảng trực thuộc', 'party parent'],
  administrativeParent: [
    'mã cấp trên',
    'cấp trên (chính quyền)',
    'mã cấp trên (hành chính)',
    'đơn vị cấp trên',
    'administrative parent',
    'parent code',
    'parent',
  ],
  placeCode: ['địa bàn', 'mã đơn vị hành chính', 'mã xã', 'place', 'commune code'],
  topics: ['lĩnh vực phụ trách', 'nội dung phụ trách', 'topic'],
  address: ['trụ sở', 'office'],
  phone: ['số điện thoại', 'điện thoại liên hệ', 'telephone', 'phone number'],
  email: ['thu dien tu', 'e-mail', 'hộp thư', 'thu dien tu cong vu'],
  identificationCode: ['mã định danh điện tử', 'mã định danh đơn vị', 'identifier'],
  validFrom: ['từ', 'từ ngày', 'hiệu lực từ ngày', 'ngày hiệu lực', 'ngày thành lập', 'from', 'start'],
  validTo: ['đến ngày', 'hiệu lực đến', 'ngày kết thúc', 'to', 'until', 'end'],
};

/** What a file of results adds to the table; a corrected one may be sent again as it is. */
export const resultColumnNames = {
  outcome: { vi: 'Kết quả', en: 'Result' },
  reasons: { vi: 'Lý do', en: 'Reasons' },
} as const satisfies Record<string, Bilingual>;

const byHeading: ReadonlyMap<string, UnitColumn> = new Map(
  unitColumns.flatMap((column) =>
    [column, unitColumnNames[column].vi, unitColumnNames[column].en, ...alsoCalled[column]].map(
      (heading) => [searchKey(heading), column] as const,
    ),
  ),
);

/** The column that a heading names, however it is written. */
export const columnOfHeading = (heading: string): UnitColumn | undefined => byHeading.get(searchKey(heading));

const ofResults: readonly string[] = Object.values(resultColumnNames).flatMap(({ vi, en }) => [
  searchKey(vi),
  searchKey(en),
]);
export const isResultHeading = (heading: string): boolean => ofResults.includes(searchKey(heading));
