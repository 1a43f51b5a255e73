import { assert, fixture, html as page } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { FeatureCollection } from 'geojson';
import { html, type TemplateResult } from 'lit';
import { drawings as en } from '../locale/drawings/en.ts';
import { drawings as texts } from '../locale/drawings/vi.ts';
import { fillTokens } from '../theme/token-styles.ts';
import { showPart } from '../testkit/part.ts';
import { funnel, pairedBars, stackedBars } from './bars.ts';
import { geoMap } from './geo-map.ts';
import { heatGrid } from './grid.ts';
import { lineDrawing, moveApart } from './line.ts';
import { drawingStyles } from './styles.ts';
import { tileMap } from './tile-map.ts';
import { tree, type TreeNode } from './tree.ts';

const draw = (drawing: TemplateResult) => fixture<HTMLElement>(page`<div>${drawing}</div>`);
const sentenceOf = (drawn: HTMLElement) => drawn.querySelector('[role=img]')?.getAttribute('aria-label');
const cellsOf = (drawn: HTMLElement) =>
  [...drawn.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent.trim()));

const levels = { act: 'can thiệp', check: 'xác minh', watch: 'theo dõi', calm: 'bình thường', missing: 'thiếu' };

/** A square for each code, one east of the other. */
const bordersOf = (...codes: string[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: codes.map((id, index) => {
    const [west, east] = [106 + index / 10, 106.09 + index / 10];
    const ring = [
      [west, 11],
      [west, 11.1],
      [east, 11.1],
      [east, 11],
      [west, 11],
    ];
    return { type: 'Feature', id, properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } };
  }),
});
const shapeOf = (place: Element): Element => place.querySelector(':scope > path, rect')!;

describe('drawings', () => {
  it('have a sentence for who does not see them, and a table with every figure', async () => {
    const drawn = await draw(
      stackedBars({
        title: 'Đúng hạn giảm',
        texts,
        scale: 'row',
        parts: [
          { name: 'Đúng hạn', mark: 'good' },
          { name: 'Trễ', mark: 'bad' },
        ],
        rows: [
          { label: 'Đất đai', values: [3, 1] },
          { label: 'Hạ tầng', values: [9, 1] },
        ],
      }),
    );
    assert.equal(sentenceOf(drawn), '2 mục, mỗi mục chia theo thành phần; đúng hạn cao nhất ở Hạ tầng: 90%.');
    assert.deepEqual(cellsOf(drawn), [
      ['Đất đai', '3', '1', '4'],
      ['Hạ tầng', '9', '1', '10'],
    ]);
    assert.include(drawn.querySelector('.value')!.textContent, '75%');
    assert.deepEqual(
      [...drawn.querySelectorAll('.bars')[0]!.querySelectorAll('.mark')].map((part) => part.getAttribute('width')),
      ['75%', '25%'],
    );
  });

  it('tell a figure that is missing from nought', async () => {
    const drawn = await draw(
      pairedBars({
        title: 'Điểm',
        texts: en,
        names: ['Self', 'Appraised'],
        rows: [
          { label: 'I', max: 10, first: null, second: 0 },
          { label: 'II', max: 10, first: 10, second: 12 },
        ],
      }),
    );
    assert.deepEqual(cellsOf(drawn), [
      ['I', '–', '0'],
      ['II', '10', '12'],
    ]);
    const [first, second] = drawn.querySelectorAll('.bars');
    assert.equal(first!.querySelectorAll('.missing').length, 1);
    assert.equal(
      second!.querySelectorAll('.first-mark')[0]!.getAttribute('width'),
      '100%',
      'no bar is longer than its row',
    );
    assert.equal(sentenceOf(drawn), 'Compares self and appraised of 2 rows; appraised is lower in 0.');
  });

  it('show of a small part that it is there', async () => {
    const drawn = await draw(
      funnel({
        title: 'Còn lại',
        texts,
        parts: [{ name: 'Tập thể', mark: 'first' }],
        rows: [
          { label: 'Đăng ký', values: [10_000] },
          { label: 'Nhân rộng', values: [1] },
        ],
      }),
    );
    const widths = [...drawn.querySelectorAll('.bars .mark')].map((part) => part.getAttribute('width'));
    assert.deepEqual(widths, ['100%', '1.2%']);
    assert.equal(sentenceOf(drawn), 'Từ 10.000 đăng ký còn 1 nhân rộng.');
  });

  it('mark by their shape the periods above the bound, and draw no line where there is no figure', async () => {
    const drawn = await draw(
      lineDrawing({
        title: 'Tăng',
        unit: 'hồ sơ',
        texts,
        names: { value: 'Thực tế', expected: 'Dự kiến', bound: 'Ngưỡng' },
        points: [1, null, 2, 9].map((value, index) => ({ label: `Tuần ${index + 1}`, value, expected: 2, bound: 5 })),
      }),
    );
    assert.equal(sentenceOf(drawn), '4 kỳ, từ Tuần 1 đến Tuần 4; kỳ cuối 9; 1 kỳ vượt ngưỡng.');
    assert.equal(drawn.querySelectorAll('.dot circle').length, 2);
    assert.equal(drawn.querySelectorAll('.dot path.above').length, 1);
    assert.equal(drawn.querySelector('path.series')!.getAttribute('d')!.split('M').length - 1, 2, 'two pieces');
    assert.deepEqual(cellsOf(drawn)[1], ['Tuần 2', '–', '2', '5']);
  });

  it('keep labels from standing on each other, within the drawing', () => {
    const apart = moveApart([0.95, 0.5, 0.96, 0.94], 0.1);
    const sorted = [...apart].sort((one, other) => one - other);
    for (let index = 1; index < sorted.length; index += 1)
      assert.isAtLeast(sorted[index]! - sorted[index - 1]!, 0.0999, `${apart}`);
    assert.isAtMost(sorted.at(-1)!, 1);
    assert.equal(apart[1], 0.5);
  });

  it('say in a grid of shades where there is no figure', async () => {
    const drawn = await draw(
      heatGrid({ title: 'Tháng', texts, columns: ['T1', 'T2'], rows: [{ label: 'Đất đai', values: [null, 4] }] }),
    );
    assert.deepEqual(cellsOf(drawn), [['Đất đai', 'Chưa có số liệu', '4']]);
    assert.include(drawn.textContent, 'cao nhất 4 ở Đất đai');
  });

  it('tell series apart on paper and in forced colours by lines, in the bar as in its key; on screens by colour', async () => {
    const marks = ['first', 'second', 'late', 'bad'] as const;
    const { find, all } = showPart(
      stackedBars({
        title: 'Phần',
        texts,
        scale: 'row',
        parts: marks.map((mark) => ({ name: mark, mark })),
        rows: [{ label: 'I', values: [4, 3, 2, 1] }],
      }),
      drawingStyles.map(fillTokens),
    );
    const look = (element: Element) => getComputedStyle(element);
    /** Colour of a mark, and the lines that are seen on it. */
    const signs = (within: string) =>
      marks.map((mark) => {
        const drawn = find(`${within} .${mark}-mark`);
        const lines = [...drawn.querySelectorAll('line')].filter((line) => look(line).display !== 'none');
        for (const line of lines) assert.notEqual(look(line).stroke, look(drawn).fill);
        const { fill, fillOpacity } = look(drawn.querySelector('.fill')!);
        return { colour: `${fill} ${fillOpacity}`, lines: lines.map(({ classList }) => `${classList}`).join() };
      });
    const different = (values: readonly string[]) => new Set(values).size;
    try {
      for (const media of [{ media: 'print' }, { forcedColors: 'active' }] as const) {
        await emulateMedia(media);
        assert.equal(different(signs('.bars').map(({ lines }) => lines)), marks.length, JSON.stringify(media));
        assert.deepEqual(signs('.bars'), signs('.legend'));
        await emulateMedia({ media: 'screen' });
      }
      assert.equal(
        different(signs('.bars').map(({ colour }) => colour)),
        1,
        'in forced colours only lines tell them apart',
      );
    } finally {
      await emulateMedia({ media: 'screen' });
      await emulateMedia({ forcedColors: 'none' });
    }
    assert.equal(different(signs('.bars').map(({ colour }) => colour)), marks.length);
    assert.equal(different(signs('.bars').map(({ lines }) => lines)), 1);
    assert.equal(all('.legend .mark').length, marks.length);
  });

  it('show in one way that there is no figure, on screens and paper and without colours', async () => {
    const missing = { code: '1', name: 'Xã A', value: null, level: 'missing' } as const;
    const calm = { code: '2', name: 'Xã B', value: 1, level: 'calm' } as const;
    const { root, all } = showPart(
      html`${pairedBars({ title: 'Điểm', texts, names: ['A', 'B'], rows: [{ label: 'I', max: 1, first: null, second: 1 }] })}
      ${heatGrid({ title: 'Tháng', texts, columns: ['T1', 'T2'], rows: [{ label: 'Đất đai', values: [null, 4] }] })}
      ${tileMap({
        title: 'Nơi',
        texts,
        levels,
        places: [
          { ...missing, column: 0, row: 0, letters: 'A' },
          { ...calm, column: 1, row: 0, letters: 'B' },
        ],
      })}
      ${geoMap({ title: 'Nơi', texts, levels, places: [missing, calm], borders: bordersOf('1', '2') })}`,
      drawingStyles.map(fillTokens),
    );
    const drawings = all('.drawing');
    assert.equal(drawings.length, 4);
    const look = (element: Element) => getComputedStyle(element);
    try {
      for (const media of [{ media: 'screen' }, { media: 'print' }, { forcedColors: 'active' }] as const) {
        await emulateMedia(media);
        for (const drawing of drawings) {
          const hatches = [...drawing.querySelectorAll('.hatch')];
          assert.equal(hatches.length, 1, 'what has a figure is not hatched');
          assert.notEqual(look(hatches[0]!).strokeDasharray, 'none');
          assert.notInclude(['none', look(root.host).backgroundColor], look(hatches[0]!).stroke);
          assert.isAbove(hatches[0]!.parentElement!.getBoundingClientRect().width, 10);
        }
        for (const [place, other] of ['.tiles', '.geo'].map((map) => all(`${map} .place`)))
          assert.notEqual(look(shapeOf(place!)).fill, look(shapeOf(other!)).fill);
      }
    } finally {
      await emulateMedia({ media: 'screen' });
      await emulateMedia({ forcedColors: 'none' });
    }
  });

  it('hatch of a map only the places without figures', async () => {
    const place = { name: 'Xã', value: null, level: 'missing' } as const;
    const drawn = await draw(
      page`${geoMap({ title: 'Nơi', texts, levels, places: [{ ...place, code: '2' }], borders: bordersOf('1', '2') })}
      ${geoMap({ title: 'Nơi', texts, levels, places: [{ code: '1', name: 'Xã', value: 3, level: 'calm' }], borders: bordersOf('1') })}
      ${geoMap({ title: 'Nơi', texts, levels, places: [{ ...place, code: '9' }], borders: bordersOf('1') })}`,
    );
    const outlines = [...drawn.querySelectorAll('.geo')].map((map) => ({
      cut: [...map.querySelectorAll('clipPath path')].map((path) => path.getAttribute('d')),
      missing: [...map.querySelectorAll('.place.missing path')].map((path) => path.getAttribute('d')),
    }));
    assert.deepEqual(
      outlines.map(({ missing }) => missing.length),
      [2, 0, 1],
      'a place of which nothing is said has no figures either',
    );
    for (const { cut, missing } of outlines) assert.deepEqual(cut, missing);
    const ids = [...drawn.querySelectorAll('clipPath')].map(({ id }) => id);
    assert.equal(new Set(ids).size, 2, 'each map cuts off with outlines of its own');
    assert.deepEqual(
      [...drawn.querySelectorAll('[clip-path]')].map((cut) => cut.getAttribute('clip-path')),
      ids.map((id) => `url(#${id})`),
    );
  });

  it('name the places that want attention beside a map, the highest first', async () => {
    const at = (column: number) => ({ column, row: 0, letters: 'A' });
    const drawn = await draw(
      tileMap({
        title: 'Nơi',
        texts,
        levels,
        places: [
          { ...at(0), code: '1', name: 'Xã A', value: 2, level: 'check' },
          { ...at(1), code: '2', name: 'Xã B', value: 9, level: 'act' },
          { ...at(2), code: '3', name: 'Xã C', value: 5, level: 'check' },
          { ...at(3), code: '4', name: 'Xã D', value: null, level: 'missing' },
        ],
      }),
    );
    const named = [...drawn.querySelectorAll('.map-and-names li')].map((item) => item.textContent);
    assert.deepEqual(named, ['Xã B: 9', 'Xã C: 5', 'Xã A: 2', '1 nơi chưa đủ số liệu']);
    assert.equal(sentenceOf(drawn), '4 nơi, 3 nơi cần chú ý.');
  });

  it('hide no place below another one, and tell developers of two at one cell', async () => {
    const { warn } = console;
    const said: string[] = [];
    console.warn = (text: string) => said.push(text);
    const at = { column: 0, row: 0, value: 1, level: 'act' } as const;
    const drawn = await draw(
      tileMap({
        title: 'Nơi',
        texts,
        levels,
        places: [
          { ...at, code: 'one', name: 'Xã A', letters: 'A' },
          { ...at, code: 'two', name: 'Xã B', letters: 'B' },
          { ...at, code: 'three', name: 'Xã C', letters: 'C', level: 'missing', value: null },
          { ...at, code: 'four', name: 'Xã D', letters: 'D', column: 1 },
        ],
      }),
    ).finally(() => (console.warn = warn));
    const tiles = [...drawn.querySelectorAll('.place')];
    assert.deepEqual(
      tiles.map((tile) => tile.querySelector('text')!.textContent),
      ['A', 'B', 'C', 'D'],
      'missing ones keep their letters, too',
    );
    const cells = tiles.map((tile) => {
      const box = tile.querySelector('rect')!.getBoundingClientRect();
      return `${Math.round(box.x)} ${Math.round(box.y)}`;
    });
    assert.equal(new Set(cells).size, 4);
    const map = drawn.querySelector('.tiles')!.getBoundingClientRect();
    for (const tile of tiles) assert.isAtMost(tile.querySelector('rect')!.getBoundingClientRect().bottom, map.bottom);
    assert.equal(said.length, 2);
    assert.include(said[0], 'one and two both have column, row 0, 0');
  });

  it('lead in a tree from left to right where there is room, and down where there is none or the way is long', async () => {
    const leaf = (name: string): TreeNode => ({ name, look: 'running' });
    const shown = (children: TreeNode[], width: number) => {
      const { root, all } = showPart(
        tree({ title: 'Nơi áp dụng', texts, root: { name: 'Gốc', look: 'root', children } }),
        drawingStyles.map(fillTokens),
      );
      (root.host as HTMLElement).style.width = `${width}px`;
      return all('.node').map((node) => node.getBoundingClientRect());
    };
    const [root, ...places] = shown([leaf('A'), leaf('B'), leaf('C')], 450);
    for (const place of places) assert.isAbove(place.left, root!.right);
    const middle = ({ top, bottom }: DOMRect) => (top + bottom) / 2;
    assert.closeTo(middle(root!), middle(places[1]!), 1);
    assert.isAtMost(places[2]!.right, root!.left + 450);

    const [narrow, below] = shown([leaf('A')], 300);
    assert.isAtLeast(below!.top, narrow!.bottom);
    const [first, second, third] = shown([{ ...leaf('A'), children: [leaf('B')] }], 900);
    assert.isAtLeast(second!.top, first!.bottom);
    assert.isAtLeast(third!.top, second!.bottom);
  });

  it('say that there is nothing to draw', async () => {
    const drawn = await draw(stackedBars({ title: 'Chưa có', texts, scale: 'row', parts: [], rows: [] }));
    assert.include(drawn.textContent, 'Không có số liệu để vẽ.');
    assert.isNull(drawn.querySelector('svg'));
  });
});
