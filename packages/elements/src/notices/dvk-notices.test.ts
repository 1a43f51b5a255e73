import { assert, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { api } from '@dvk/sdk/api';
import type { Notice, NoticePreferences } from '@dvk/sdk/notices';
import { later, offline, problem, sampleNotices, type MockHandlers } from '@dvk/sdk/testing';
import { fakeClient, type FakeClient } from '../testkit/fake-client.ts';
import { accessibilityTree, axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { newSubject } from '../testkit/list-desk.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import './define.ts';
import type { DvkNotices } from './dvk-notices.ts';

const { notice, noticePreferences } = sampleNotices;

let subject: string;
const session = () => ({
  subject,
  name: 'Nguyễn Văn A',
  roles: ['unit-officer' as const],
  unitId: null,
  tenant: 'demo',
});

const notices = (count: number): Notice[] =>
  Array.from({ length: count }, (_, index) => ({
    ...notice,
    id: `01890000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
    readAt: index === count - 1 ? '2026-11-27T03:00:00Z' : null,
  }));

/** A server that keeps some notices and the wishes of their reader. */
function server(all: Notice[], more: MockHandlers<typeof api>['notices'] = {}) {
  let wishes: NoticePreferences = noticePreferences;
  const unread = () => ({
    unread: all.filter(({ readAt }) => readAt === null).length,
    newestAt: all[0]?.at ?? null,
  });
  const handlers: MockHandlers<typeof api> = {
    session: { get: session },
    notices: {
      unread,
      list: () => ({ items: all.slice(0, 20), nextCursor: null }),
      read: ({ params }) => {
        const found = all.find(({ id }) => id === params.id)!;
        found.readAt = '2026-11-28T00:00:00Z';
        return found;
      },
      readAll: () => {
        for (const each of all) each.readAt ??= '2026-11-28T00:00:00Z';
        return unread();
      },
      preferences: () => wishes,
      setPreferences: ({ body }) => (wishes = { ...body, hasMail: true, etag: '"v2"' }),
      ...more,
    },
  };
  const fake = fakeClient(handlers);
  return { ...fake, wishes: () => wishes };
}

const all = <T extends Element = HTMLElement>(element: DvkNotices, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<T>(selector),
];
const one = <T extends Element = HTMLElement>(element: DvkNotices, selector: string): T =>
  all<T>(element, selector)[0]!;
const textOf = (element: Element | undefined) => element?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
const press = (element: DvkNotices, name: string) =>
  all<HTMLButtonElement>(element, 'button')
    .find((button) => textOf(button).startsWith(name))!
    .click();
const focused = (element: DvkNotices) => element.shadowRoot!.activeElement as HTMLElement;

async function make({ client }: Pick<FakeClient, 'client'>, interval = 0): Promise<DvkNotices> {
  const element = await fixture<DvkNotices>(html`<dvk-notices .client=${client} .interval=${interval}></dvk-notices>`);
  await waitUntil(() => element.connection && one(element, '.bell'), 'the bell is there');
  return element;
}
async function opened(fake: Pick<FakeClient, 'client'>): Promise<DvkNotices> {
  const element = await make(fake);
  await waitUntil(() => one(element, '.count'), 'counted');
  one(element, '.bell').click();
  await waitUntil(() => one(element, '.item'), 'listed');
  return element;
}

describe('dvk-notices', () => {
  beforeEach(() => {
    subject = newSubject();
  });

  it('the bell has the number of what is unread, as its name too, and opens the list by keyboard', async () => {
    const element = await make(server(notices(4)));
    await waitUntil(() => one(element, '.count'), 'counted');
    const bell = one(element, '.bell');
    assert.equal(bell.getAttribute('aria-label'), 'Thông báo, 3 chưa đọc');
    assert.equal(bell.getAttribute('aria-expanded'), 'false');
    bell.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => all(element, '.item').length === 4, 'listed');
    assert.equal(focused(element).id, 'title');
    assert.equal(bell.getAttribute('aria-expanded'), 'true');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !element.open, 'closed');
    assert.equal(focused(element), bell);
    await expectNoPolicyViolations();
  });

  it('is free of faults that axe finds, and reads well', async () => {
    const element = await opened(server(notices(2)));
    await axe(element);
    const tree = await accessibilityTree('dvk-notices');
    assert.include(JSON.stringify(tree), 'Chưa đọc: Hồ sơ PA-261126-0042-K được chuyển đến đơn vị');
    press(element, 'Tùy chọn');
    await waitUntil(() => one(element, 'form'), 'the wishes are there');
    await axe(element);
  });

  it('pressing one marks it as read and leads to its record', async () => {
    const element = await opened(server(notices(3)));
    let went = '';
    element.addEventListener('dvk-navigate', ({ recordId, area }) => (went = `${area}/${recordId}`));
    one(element, '.item').click();
    await waitUntil(() => went !== '', 'gone');
    assert.equal(went, `cases/${notice.subject!.split('/')[1]}`);
    assert.isFalse(element.open);
    assert.equal(textOf(one(element, '.count')), '1');
  });

  it('all are marked as read up to the newest that is shown', async () => {
    const fake = server(notices(3));
    const element = await opened(fake);
    press(element, 'Đánh dấu đã đọc tất cả');
    await waitUntil(() => !one(element, '.count'), 'nothing is unread');
    const sent = fake.requests.find(({ url }) => url.endsWith('/v1/notices/read'))!;
    assert.deepEqual(await sent.json(), { until: notice.at });
    assert.equal(textOf(one(element, '[role=status]')), 'Đã đánh dấu đọc tất cả.');
    assert.isEmpty(all(element, '.item.unread'));
  });

  it('wishes are shown and saved, with the version that they were read in', async () => {
    const fake = server(notices(2));
    const element = await opened(fake);
    press(element, 'Tùy chọn');
    await waitUntil(() => one(element, 'form'), 'the wishes are there');
    assert.equal(focused(element).textContent, 'Tùy chọn thông báo');
    one<HTMLInputElement>(element, '[name=models-app]').click();
    one<HTMLSelectElement>(element, '[name=cases-mail]').value = 'daily';
    one<HTMLInputElement>(element, '[name=quiet]').click();
    press(element, 'Lưu tùy chọn');
    await waitUntil(() => one(element, '.item'), 'back at the list');
    assert.equal(textOf(one(element, '[role=status]')), 'Đã lưu tùy chọn thông báo.');
    const { topics, quietHours } = fake.wishes();
    assert.deepEqual(topics.models, { inApp: false, mail: 'as-usual' });
    assert.deepEqual(topics.cases, { inApp: true, mail: 'daily' });
    assert.isNull(quietHours);
    assert.equal(fake.requests.at(-1)!.headers.get('if-match') ?? '"v1"', '"v1"');
  });

  it('wishes that were changed elsewhere are loaded again', async () => {
    const element = await opened(server(notices(2), { setPreferences: problem('precondition-failed') }));
    press(element, 'Tùy chọn');
    await waitUntil(() => one(element, 'form'), 'the wishes are there');
    press(element, 'Lưu tùy chọn');
    await waitUntil(() => one(element, '[role=alert]'), 'refused');
    assert.include(textOf(one(element, '[role=alert]')), 'Tùy chọn vừa được đổi ở nơi khác.');
    press(element, 'Tải bản mới');
    await waitUntil(() => !one(element, '[role=alert]'), 'loaded again');
  });

  it('without mail only the portal is asked about', async () => {
    const element = await opened(server(notices(2), { preferences: () => ({ ...noticePreferences, hasMail: false }) }));
    press(element, 'Tùy chọn');
    await waitUntil(() => one(element, 'form'), 'the wishes are there');
    assert.isEmpty(all(element, 'select'));
    assert.include(textOf(one(element, 'form .notice')), 'Hiện chưa gửi thư cho tài khoản này được');
  });

  it('something new is said once, by the live region, and stands in the open list', async () => {
    const list = notices(2);
    const element = await make(server(list), 0.05);
    await waitUntil(() => one(element, '.count'), 'counted');
    one(element, '.bell').click();
    await waitUntil(() => all(element, '.item').length === 2, 'listed');
    list.unshift({ ...notice, id: '01890000-0000-7000-8000-0000000009ff' });
    await waitUntil(() => all(element, '.item').length === 3, 'the new one is there');
    assert.equal(textOf(one(element, '[role=status]')), 'Có thông báo mới, 2 chưa đọc.');
  });

  it('a list that cannot be loaded says so and is tried again', async () => {
    const fake = server(notices(2), { list: offline() });
    const element = await make(fake);
    await waitUntil(() => one(element, '.count'), 'counted');
    one(element, '.bell').click();
    await waitUntil(() => one(element, '[role=alert]'), 'the failure is there');
    assert.include(textOf(one(element, '[role=alert]')), 'Không kết nối được với hệ thống');
  });

  it('with nothing to read it says so', async () => {
    const element = await make(server([]));
    one(element, '.bell').click();
    await waitUntil(() => one(element, '[part=empty]'), 'empty');
    assert.isUndefined(one(element, '.count'));
  });

  it('a visitor sees no bell, and nobody sees the notices of who was there before', async () => {
    const fake = server(notices(2));
    const element = await opened(fake);
    subject = newSubject();
    fake.answer({
      session: { get: session },
      notices: {
        unread: () => ({ unread: 0, newestAt: null }),
        list: later('infinite', () => ({ items: [], nextCursor: null })),
      },
    });
    element.client = fakeClient({
      session: { get: () => ({ ...session(), subject: null, roles: ['anonymous'] }) },
    }).client;
    await waitUntil(() => !one(element, '.bell'), 'no bell');
    assert.isEmpty(all(element, '.item'));
  });
});
