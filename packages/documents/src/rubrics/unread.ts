import { someOf, type Doubt, type Doubts } from './doubt.ts';
import type { Unread } from './grid.ts';

const sentences: Readonly<Record<Unread['code'], readonly [vi: string, en: string]>> = {
  'hidden-cells': ['Các hàng, cột bị ẩn không được đọc: $0', 'Hidden rows and columns were not read: $0'],
  'hidden-sheets': ['Các trang bị ẩn không được đọc: $0', 'Hidden sheets were not read: $0'],
  'unread-sheets': [
    'Các trang không phải bảng ô (biểu đồ, macro) không được đọc: $0',
    'Sheets without cells (charts, macros) were not read: $0',
  ],
  footnotes: ['Chú thích cuối trang không vào bản nháp: $0', 'Footnotes are not in the draft: $0'],
  'rows-beyond': ['Bảng quá dài: $0 hàng cuối không được đọc', 'The table is too long: its last $0 rows were not read'],
  'columns-beyond': [
    'Bảng quá rộng: các cột bên phải không được đọc',
    'The table is too wide: its last columns were not read',
  ],
  'struck-text': ['Chữ bị gạch ngang không được đọc: $0', 'Text that is crossed out was not read: $0'],
  pictures: ['Hình ảnh trong bảng không được đọc: $0', 'Pictures in the table were not read: $0'],
  'foreign-objects': [
    'Trong tệp có phần của tệp hoặc chương trình khác, không được đọc: $0',
    'The file holds parts of other files or programs that were not read: $0',
  ],
};

/** Doubts for what the readers left out. */
export function reportUnread(unread: readonly Unread[], doubts: Doubts): void {
  for (const { code, table, what } of unread) {
    const place: Pick<Doubt, 'table' | 'address'> = {
      ...(table === undefined ? {} : { table }),
      ...(code === 'hidden-cells' || code === 'pictures' ? { address: someOf(what) } : {}),
    };
    doubts.add(code, place, ...sentences[code], someOf(what.map((text) => text.replaceAll('\n', ' '))));
  }
}
