import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { funnel, pairedBars, stackedBars } from '@dvk/elements/drawings/bars';
import { geoMap } from '@dvk/elements/drawings/geo-map';
import { heatGrid } from '@dvk/elements/drawings/grid';
import { lineDrawing, sparkline } from '@dvk/elements/drawings/line';
import type { PlaceLevel } from '@dvk/elements/drawings/places';
import { tileMap, type Tile } from '@dvk/elements/drawings/tile-map';
import { tree } from '@dvk/elements/drawings/tree';
import { drawings as texts } from '@dvk/elements/locale/drawings/vi';
import { onPage } from '../support/drawing-page.ts';

/** Every figure here is made up, to show the drawings. */
const meta: Meta = { title: 'Nền tảng/Hình vẽ số liệu', parameters: { modules: ['drawings'] } };
export default meta;
type Story = StoryObj;

export const PairedBars: Story = {
  name: 'Thanh đôi',
  render: () =>
    onPage(
      pairedBars({
        title: 'Thẩm định thấp hơn tự chấm ở nhóm “Nội dung”',
        note: 'Điểm theo nhóm, thang của từng nhóm',
        texts,
        names: ['Tự chấm', 'Thẩm định'],
        rows: [
          { label: 'I. Lãnh đạo', max: 10, first: 10, second: 9 },
          { label: 'II. Nội dung', max: 20, first: 19.5, second: 17 },
          { label: 'III. Hiệu quả', max: 25, first: 22, second: 21 },
          { label: 'IV. Tham gia', max: 15, first: 15, second: 15 },
          { label: 'V. Bền vững', max: 10, first: 10, second: 9 },
          { label: 'VII. Cấp trên', max: 10, first: null, second: 7 },
        ],
      }),
    ),
};

export const Stacked: Story = {
  name: 'Thanh chồng',
  render: () =>
    onPage(
      stackedBars({
        title: 'Đúng hạn giảm rõ ở lĩnh vực đất đai',
        note: 'Hồ sơ trả lời trong 30 ngày',
        texts,
        scale: 'row',
        parts: [
          { name: 'Đúng hạn', mark: 'good' },
          { name: 'Gia hạn', mark: 'late' },
          { name: 'Trễ', mark: 'bad' },
        ],
        rows: [
          { label: 'Môi trường', values: [211, 22, 7] },
          { label: 'Đất đai', values: [148, 26, 16] },
          { label: 'Hạ tầng', values: [311, 16, 4] },
          { label: 'Một cửa', values: [206, 4, 2] },
          { label: 'An ninh', values: [123, 4, 1] },
        ],
      }),
    ),
};

export const Funnel: Story = {
  name: 'Phễu',
  render: () =>
    onPage(
      funnel({
        title: 'Hai phần ba mô hình đăng ký được công nhận',
        note: 'Năm 2026 · tập thể, cá nhân tách riêng',
        texts,
        parts: [
          { name: 'Tập thể', mark: 'first' },
          { name: 'Cá nhân', mark: 'second' },
        ],
        rows: [
          { label: 'Đăng ký', values: [258, 60] },
          { label: 'Công nhận', values: [171, 41] },
          { label: 'Tiêu biểu', values: [36, 10] },
          { label: 'Nhân rộng', values: [17, 2] },
        ],
      }),
    ),
};

const weekly = [1, 2, 1, 0, 2, 1, 3, 2, 1, 2, 1, 1, 2, 3, 2, 1, 2, 2, 1, 3, 2, 4, 3, 5, 7, 9];

export const Line: Story = {
  name: 'Đường có ngưỡng',
  render: () =>
    onPage(
      lineDrawing({
        title: 'Số phản ánh mỗi tuần cao hơn mức dự kiến hai tuần liền',
        note: 'Nước thải, ô nhiễm kênh – 26 tuần đến 29/11/2026',
        unit: 'hồ sơ/tuần',
        texts,
        names: { value: 'Thực tế', expected: 'Dự kiến', bound: 'Ngưỡng' },
        points: weekly.map((value, week) => ({
          label: `Tuần ${week + 1}`,
          value,
          expected: 1.6 + week / 50,
          bound: 4.4 + week / 25,
          ...(week === 0 ? { tick: 'T6/2026' } : {}),
          ...(week > 0 && week < 23 && week % 5 === 0 ? { tick: `T${6 + week / 5}` } : {}),
          ...(week === 25 ? { tick: '23–29/11' } : {}),
        })),
      }),
    ),
};

export const HeatGrid: Story = {
  name: 'Ô đậm nhạt',
  render: () =>
    onPage(
      heatGrid({
        title: 'Môi trường và đất đai tăng nhanh từ tháng 10',
        note: 'Số phản ánh theo lĩnh vực, tháng',
        texts,
        columns: ['T6', 'T7', 'T8', 'T9', 'T10', 'T11'],
        rows: [
          { label: 'Môi trường', values: [3, 4, 3, 5, 6, 12] },
          { label: 'Đất đai', values: [6, 5, 7, 8, 11, 14] },
          { label: 'Hạ tầng', values: [8, 8, 7, 9, 8, 9] },
          { label: 'Một cửa', values: [2, 1, 2, 2, 4, 6] },
          { label: 'An ninh', values: [null, 4, 4, 3, 2, 3] },
        ],
      }),
    ),
};

const levels = {
  act: 'cần can thiệp',
  check: 'cần xác minh',
  watch: 'theo dõi',
  calm: 'bình thường',
  missing: 'chưa đủ số liệu',
} as const;

/** A province, from north to south: where its communes are in each row, and how they look. */
const rows = [
  '   ··.',
  '  .....',
  ' ......',
  ' ......',
  ' ...w..',
  '  .....',
  '  .·.w.',
  '·..·.·......w',
  '............c',
  '  ......a.c..',
  '     c.......',
  '     ...w...w',
  '       ......',
  '         ·',
];

const looks: Readonly<Record<string, PlaceLevel>> = { '·': 'missing', '.': 'calm', w: 'watch', c: 'check', a: 'act' };

const tiles: Tile[] = rows
  .flatMap((looked, row) => [...looked].map((look, column) => ({ row, column, level: looks[look] })))
  .flatMap(({ row, column, level }) => (level ? [{ row, column, level }] : []))
  .map(({ row, column, level }, index) => ({
    code: `x${index}`,
    name: `Xã mẫu ${index + 1}`,
    letters: `M${index + 1}`,
    row,
    column,
    level,
    value: { missing: null, calm: index % 3, watch: 3, check: 5 + (index % 5), act: 12 }[level],
  }));

export const TileMap: Story = {
  name: 'Bản đồ ô',
  render: () =>
    onPage(
      tileMap({
        title: 'Một nơi cần can thiệp, ba nơi cần xác minh',
        note: '96 xã, phường mẫu; ô kẻ chéo: chưa đủ số liệu',
        texts,
        levels,
        places: tiles,
      }),
    ),
};

const square = (code: string, west: number, south: number) => ({
  type: 'Feature' as const,
  id: code,
  properties: {},
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [west, south + 0.1],
        [west + 0.09, south + 0.11],
        [west + 0.1, south],
        [west, south],
      ],
    ],
  },
});

export const GeoMap: Story = {
  name: 'Bản đồ ranh giới',
  render: () =>
    onPage(
      geoMap({
        title: 'Một nơi cần can thiệp',
        note: 'Ba xã mẫu, ranh giới vẽ minh họa; nơi kẻ chéo: chưa đủ số liệu',
        texts,
        levels,
        places: [
          { code: 'a', name: 'Xã mẫu 1', value: 9, level: 'act' },
          { code: 'b', name: 'Xã mẫu 2', value: 2, level: 'calm' },
          { code: 'c', name: 'Xã mẫu 3', value: null, level: 'missing' },
        ],
        borders: {
          type: 'FeatureCollection',
          features: [square('a', 106, 11), square('b', 106.11, 11.02), square('c', 106.05, 11.14)],
        },
      }),
    ),
};

export const Tree: Story = {
  name: 'Cây nhân rộng',
  render: () =>
    onPage(
      tree({
        title: 'Mô hình gốc có ba nơi áp dụng',
        note: 'Nơi áp dụng tự xác nhận',
        texts,
        root: {
          name: 'Góp vốn xoay vòng',
          note: 'phường mẫu · 2024',
          look: 'root',
          children: [
            { name: 'Tổ góp vốn ấp 2', note: 'xã mẫu 1 · có kết quả', look: 'success' },
            { name: 'Quỹ xoay vòng nữ', note: 'xã mẫu 2 · áp dụng', look: 'running' },
            { name: 'Quỹ chi hội 5', note: 'xã mẫu 3 · dự kiến', look: 'planned' },
          ],
        },
      }),
    ),
};

export const Sparklines: Story = {
  name: 'Xu hướng nhỏ',
  render: () =>
    onPage(
      html`<p>
        91% ${sparkline({ values: [84, 86, 85, 88, 90, 91], target: 95 })} &nbsp; 82%
        ${sparkline({ values: [93, 94, 92, 90, 91, 82], target: 95, isWorse: true })}
      </p>`,
    ),
};

export const Empty: Story = {
  name: 'Không có số liệu',
  render: () => onPage(stackedBars({ title: 'Chưa có hồ sơ nào', texts, scale: 'row', parts: [], rows: [] })),
};
