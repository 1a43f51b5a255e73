import { html } from 'lit';
import { InputError } from '@dvk/sdk/errors';
import { checkedIcon } from '../icons/checked.ts';
import { define } from '../internal/define.ts';
import { DeskWidget, type DeskOperations } from '../desk/desk-widget.ts';
import type { BulkStep, Column, ListDefinition } from '../list/definition.ts';
import { desk } from '../locale/desk/vi.ts';
import { chip } from '../parts/chip.ts';
import { fakeClient } from './fake-client.ts';
import { waitUntil } from './wait-until.ts';

export interface Row {
  id: string;
  code: string;
  title: string;
  place: string;
  points: number;
  status: 'new' | 'done';
  etag: string;
}

/** So many made-up rows; every third is done, the first two are overdue. */
export const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `row-${at + 1}`,
    code: `HS-${at + 1}`,
    title: `Việc số ${at + 1}`,
    place: `xã Mẫu ${(at % 7) + 1}`,
    points: at / 2,
    status: at % 3 === 2 ? 'done' : 'new',
    etag: '"v1"',
  }));

/** A desk of made-up records, whose server is a list of them in memory. */
export class ListDesk extends DeskWidget<Row, Row, 'finish'> {
  static override readonly tag: string = 'dvk-list-desk';

  all: Row[] = rowsOf(3);
  /** Queries of the list and of the counts, in order. */
  queries: Record<string, unknown>[] = [];
  countQueries: object[] = [];
  bulk: BulkStep<Row>[] = [];
  hasIcons = false;
  /** Further columns. */
  more: Column<Row>[] = [];
  /** How often a cell was drawn. */
  drawn = 0;
  /** Waited for before a page is given. */
  hold: Promise<void> | undefined;
  /** Waited for before the list is counted. */
  holdCounts: Promise<void> | undefined;
  fails = false;
  /** Waited for before a record is given, by its id, or a step is taken, by `step`. */
  readonly held = new Map<string, Promise<void>>();

  #matching({ status, q = '', place, sort }: Record<string, unknown>): Row[] {
    const found = this.all.filter(
      (row) =>
        (!status || (status as string[]).includes(row.status)) &&
        (!place || (place as string[]).includes(row.place)) &&
        row.title.includes(q as string),
    );
    return sort === 'most' ? found.reverse() : found;
  }

  #one(wanted: string): Row {
    const row = this.all.find(({ id }) => id === wanted);
    if (!row) throw new InputError('path-segment', '/params/id', { vi: 'Không có', en: 'None' });
    return row;
  }

  protected override operationsOf(): DeskOperations<Row, Row> {
    return {
      list: async ({ query }) => {
        const asked = query as Record<string, unknown>;
        this.queries.push(asked);
        await this.hold;
        if (this.fails) throw new Error('down');
        const [from, limit] = [Number(asked['cursor'] ?? 0), asked['limit'] as number];
        const found = this.#matching(asked);
        const end = from + limit;
        return { items: found.slice(from, end), nextCursor: end < found.length ? String(end) : null };
      },
      counts: async ({ query }) => {
        this.countQueries.push(query);
        await this.holdCounts;
        const { status: _, ...others } = query as Record<string, unknown>;
        const all = this.#matching(others);
        const done = all.filter(({ status }) => status === 'done').length;
        return {
          asOf: '2026-11-30T01:15:00Z',
          total: this.#matching(query as Record<string, unknown>).length,
          by: { status: { new: all.length - done, done } },
        };
      },
      get: async ({ params }) => {
        await this.held.get(params.id);
        return this.#one(params.id);
      },
      transition: async ({ params }) => {
        await this.held.get('step');
        return { ...this.#one(params.id), status: 'done' };
      },
    };
  }

  protected override get texts() {
    return {
      ...desk,
      title: 'Bàn mẫu',
      signInFirst: 'Đăng nhập.',
      notAllowed: 'Không được.',
      none: 'Không có việc nào.',
      steps: { finish: 'Kết thúc' },
    };
  }

  protected override get definition(): ListDefinition<Row> {
    const column = (key: string, more: Partial<Column<Row>>, render: (row: Row) => unknown): Column<Row> => ({
      key,
      label: key,
      value: (row) => row[key as 'title'],
      ...more,
      render: (row) => {
        this.drawn += 1;
        return render(row);
      },
    });
    const places = [...new Set(this.all.map(({ place }) => place))];
    return {
      label: 'Danh sách việc',
      noun: 'việc',
      search: 'Tìm việc',
      nameOf: ({ code }) => code,
      tabsBy: 'status',
      tabs: [
        { key: 'all', label: 'Tất cả' },
        { key: 'new', label: 'Mới', values: ['new'] },
        { key: 'done', label: 'Xong', values: ['done'] },
      ],
      filters: [
        {
          name: 'place',
          label: 'Nơi',
          several: true,
          options: places.map((place) => ({ value: place, label: place })),
        },
        { name: 'kind', label: 'Loại', options: [{ value: 'a', label: 'Loại A' }] },
      ],
      groupOf: ({ id }) =>
        ['row-1', 'row-2'].includes(id)
          ? { key: 'late', label: 'Quá hạn', tone: 'danger' }
          : { key: 'other', label: 'Trong hạn' },
      bulk: this.bulk,
      columns: [
        column(
          'title',
          {
            label: 'Nội dung',
            opens: { meta: ({ code }) => code, ...(this.hasIcons ? { icon: () => checkedIcon } : {}) },
          },
          ({ title }) => title,
        ),
        column('points', { label: 'Điểm', align: 'end', width: 6, sort: { descending: 'most' } }, (row) => row.points),
        column('place', { label: 'Nơi', optional: 'wide', width: 9 }, ({ place }) => place),
        column('code', { label: 'Mã', optional: 'hidden', width: 8 }, ({ code }) => code),
        column('status', { label: 'Trạng thái', width: 9 }, ({ status }) =>
          chip({ icon: checkedIcon, tone: 'info' }, status),
        ),
        ...this.more,
      ],
    };
  }

  protected override stepsOf() {
    return [{ action: 'finish' as const }];
  }

  protected override readonly stepFields = {};

  protected override nameOf({ code }: Row): string {
    return code;
  }

  protected override renderRecord({ title }: Row) {
    return html`<h3 id="record-title" tabindex="-1">${title}</h3>`;
  }
}
define(ListDesk);

/** Somebody different each time, so that no test finds the choices of another. */
export const newSubject = (): string => `sample ${crypto.randomUUID()}`;

/** A desk on the page, with its list loaded. */
export async function listDesk(
  count: number,
  prepare: (desk: ListDesk) => void = () => {},
  { width = 1400, subject = newSubject() } = {},
): Promise<ListDesk> {
  const box = document.createElement('div');
  box.style.inlineSize = `${width}px`;
  const desk = document.createElement('dvk-list-desk') as ListDesk;
  desk.all = rowsOf(count);
  prepare(desk);
  desk.client = fakeClient({
    session: { get: () => ({ subject, name: 'Nguyễn Văn A', roles: ['secretariat'], unitId: null, tenant: 'demo' }) },
  }).client;
  box.append(desk);
  document.body.append(box);
  await waitUntil(() => desk.shadowRoot?.querySelector('.list-kit'), 'the list is there');
  return desk;
}
