import { assert, aTimeout, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { presetNoticeRules, type NoticeRule } from '@dvk/sdk/notices';
import type { Session } from '@dvk/sdk/session';
import type { SettingChange, SettingVersion, Thresholds } from '@dvk/sdk/settings';
import { problem, sampleSettings, settingsInMemory, type SettingsInMemory } from '@dvk/sdk/testing';
import { addDays } from '@dvk/sdk/text';
import { fakeClient, type FakeClient } from '../testkit/fake-client.ts';
import { accessibilityTree, axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { newSubject } from '../testkit/list-desk.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import './define.ts';
import type { DvkSettings } from './dvk-settings.ts';

const { settingVersion } = sampleSettings;

let subject: string;
const session = (...roles: Session['roles']): Session => ({
  subject,
  name: 'Nguyễn Văn A',
  roles,
  unitId: null,
  tenant: 'demo',
});

const fakeOf = (memory: SettingsInMemory, roles: Session['roles'] = ['administrator']): FakeClient =>
  fakeClient({ session: { get: () => session(...roles) }, settings: memory.handlers });

const all = <T extends Element = HTMLElement>(element: DvkSettings, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<T>(selector),
];
const one = <T extends Element = HTMLElement>(element: DvkSettings, selector: string): T =>
  all<T>(element, selector)[0]!;
const textOf = (element: Element | undefined) => element?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
const day = (element: DvkSettings, date: string) => one<HTMLButtonElement>(element, `[data-date="${date}"]`);
const press = (element: DvkSettings, name: string) =>
  all<HTMLButtonElement>(element, 'button')
    .find((button) => textOf(button).startsWith(name))!
    .click();
const focused = (element: DvkSettings) => element.shadowRoot!.activeElement as HTMLElement;

/** A widget with its calendar, shown in the year 2026. */
async function make(fake: FakeClient, template = html`<dvk-settings .client=${fake.client}></dvk-settings>`) {
  const element = await fixture<DvkSettings>(template);
  await waitUntil(() => one(element, '.year'), 'the calendar is there');
  await toYear(element, 2026);
  return element;
}

async function toYear(element: DvkSettings, year: number): Promise<void> {
  const select = one<HTMLSelectElement>(element, '.page-actions select');
  select.value = String(year);
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await waitUntil(() => day(element, `${year}-06-01`), 'the year is shown');
}

async function choose(element: DvkSettings, date: string): Promise<void> {
  day(element, date).click();
  await waitUntil(() => day(element, date).getAttribute('aria-pressed') === 'true');
}

/** Sets a field of the day card as a person does. */
async function fill(element: DvkSettings, name: string, value: string): Promise<void> {
  await waitUntil(() => one(element, `[name=${name}]`), name);
  const field = one<HTMLElementTagNameMap['dvk-text-field']>(element, `[name=${name}]`);
  field.value = value;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  await element.updateComplete;
}

async function swap(element: DvkSettings, date: string, makeUp: string): Promise<void> {
  await choose(element, date);
  await fill(element, 'kind', 'swapped');
  await fill(element, 'other', makeUp);
}

const changesOf = async ({ requests }: FakeClient): Promise<SettingChange[]> =>
  Promise.all(
    requests
      .filter(({ method, url }) => method === 'POST' && url.endsWith('/versions'))
      .map((request) => request.clone().json() as Promise<SettingChange>),
  );

describe('dvk-settings', () => {
  expectNoPolicyViolations();
  beforeEach(() => {
    subject = newSubject();
  });

  it('shows a year with the days that depart from the week, and how many days are worked', async () => {
    const element = await make(fakeOf(settingsInMemory()));
    assert.lengthOf(all(element, '.month'), 12);
    assert.equal(day(element, '2026-02-17').className.trim(), 'day holiday');
    assert.equal(day(element, '2026-08-31').className.trim(), 'day swapped');
    assert.equal(day(element, '2026-08-22').className.trim(), 'day made-up');
    assert.equal(day(element, '2026-11-29').className.trim(), 'day rest');
    assert.equal(day(element, '2026-08-22').getAttribute('aria-label'), 'thứ Bảy, 22/8/2026, Làm bù cho 31/8/2026');
    // 261 days of the working week, 14 of them off, 2 made up.
    assert.equal(textOf(one(element, '.count-of-days')), '249 ngày làm việc');
    const special = textOf(one(element, '.special'));
    for (const words of ['16–20/02', 'Tết Nguyên đán', 'Bộ luật Lao động 45/2019/QH14, Điều 112'])
      assert.include(special, words);
  });

  it('says what a swap would do before it is saved, and saves both days with their basis', async () => {
    const memory = settingsInMemory([], ['2026-12-14T02:00:00Z', '2026-12-15T02:00:00Z']);
    const fake = fakeOf(memory);
    const element = await make(fake);
    const saved: SettingVersion[] = [];
    element.addEventListener('dvk-save', ({ result }) => saved.push(result));
    await swap(element, '2026-12-31', '2026-12-26');
    assert.equal(day(element, '2026-12-31').className.trim(), 'day swapped changed');
    assert.equal(day(element, '2026-12-26').className.trim(), 'day made-up changed');
    assert.deepEqual(all(element, '.unsaved li').map(textOf), [
      '26/12/2026 (thứ Bảy): nghỉ cuối tuần → Làm bù cho 31/12/2026',
      '31/12/2026 (thứ Năm): ngày làm việc → Nghỉ hoán đổi',
    ]);
    await waitUntil(() => textOf(one(element, '.effect')).includes('2 hồ sơ đang mở sẽ có hạn khác'), 'the effect');
    assert.include(textOf(one(element, '.effect')), 'Không hồ sơ nào bị đổi tự động.');
    assert.lengthOf(all(element, '.moved tbody tr'), 2);
    assert.lengthOf(memory.versions, 0, 'nothing is saved by looking');
    await fill(element, 'basis', '15/TB-UBND ngày 01/12/2026');
    press(element, 'Lưu thay đổi');
    await waitUntil(() => saved.length === 1, 'it is saved');
    const [body] = await changesOf(fake);
    assert.deepInclude(body!, { replaces: 0, provisional: false, validTo: null });
    const basis = { number: '15/TB-UBND', title: '15/TB-UBND ngày 01/12/2026', confidence: 'published' };
    assert.deepEqual(body!.basis, basis as SettingChange['basis']);
    assert.deepEqual(body!.value, {
      holidays: [{ date: '2026-12-31', name: 'Nghỉ hoán đổi', basis }],
      makeUpDays: [{ date: '2026-12-26', name: 'Làm bù cho 31/12/2026', basis }],
      ordinaryDays: [],
    } as SettingChange['value']);
    assert.include(body!.reason, '31/12/2026 (thứ Năm): ngày làm việc → Nghỉ hoán đổi');
    await waitUntil(() => textOf(one(element, '.day-card')).includes('Đã lưu phiên bản 1.'));
    assert.isUndefined(one(element, '.change-form'));
    assert.equal(day(element, '2026-12-31').className.trim(), 'day swapped');
  });

  it('gives up a swap with both its days', async () => {
    const memory = settingsInMemory([settingVersion]);
    const fake = fakeOf(memory);
    const element = await make(fake);
    await choose(element, '2026-12-31');
    await fill(element, 'kind', 'working');
    assert.equal(day(element, '2026-12-26').className.trim(), 'day rest changed');
    await waitUntil(() => one(element, '.effect .notice'));
    press(element, 'Lưu thay đổi');
    await waitUntil(() => memory.versions.length === 2);
    assert.deepEqual(memory.versions[0]!.value, { holidays: [], makeUpDays: [], ordinaryDays: [] });
    assert.equal((await changesOf(fake))[0]!.replaces, 1);
  });

  it('refuses in words what contradicts itself, before anything is sent', async () => {
    const fake = fakeOf(settingsInMemory());
    const element = await make(fake);
    const faults = async () => {
      press(element, 'Lưu thay đổi');
      await waitUntil(() => one(element, '.faults'), 'what is wrong');
      return all(element, '.faults li').map(textOf);
    };
    await swap(element, '2026-12-31', '2026-12-25');
    assert.deepEqual(await faults(), ['25/12/2026 (thứ Sáu): Ngày này đã là ngày làm việc nên không cần làm bù']);
    await waitUntil(() => focused(element).matches('.faults'));
    await fill(element, 'other', '2026-09-02');
    assert.deepEqual(await faults(), ['02/09/2026 (thứ Tư): đã là Quốc khánh, không chọn làm ngày làm bù']);
    await fill(element, 'other', '');
    assert.deepEqual(await faults(), ['31/12/2026 (thứ Năm): chọn ngày làm bù']);
    await fill(element, 'kind', 'holiday');
    assert.deepEqual(await faults(), ['31/12/2026 (thứ Năm): nhập tên ngày nghỉ']);
    assert.lengthOf(await changesOf(fake), 0);
  });

  it('loses nothing when another administrator was faster: the change is put on the newer version', async () => {
    const memory = settingsInMemory();
    const fake = fakeOf(memory);
    const element = await make(fake);
    await swap(element, '2026-12-31', '2026-12-26');
    await waitUntil(() => one(element, '.effect .notice'));
    const others = { holidays: [{ date: '2026-12-24', name: 'Ngày của tỉnh' }], makeUpDays: [], ordinaryDays: [] };
    memory.versions.unshift({ ...settingVersion, value: others } as SettingVersion);
    press(element, 'Lưu thay đổi');
    await waitUntil(() => textOf(one(element, '.change-form')).includes('Người khác vừa lưu phiên bản mới'));
    press(element, 'Đặt lên bản mới');
    await waitUntil(() => day(element, '2026-12-24').classList.contains('holiday'), 'the newer version is shown');
    assert.lengthOf(all(element, '.unsaved li'), 2, 'the own change stays');
    await waitUntil(() => one(element, '.effect .notice'));
    press(element, 'Lưu thay đổi');
    await waitUntil(() => memory.versions.length === 2, 'it is saved');
    const { holidays } = memory.versions[0]!.value as { holidays: { date: string }[] };
    assert.deepEqual(
      holidays.map(({ date }) => date),
      ['2026-12-24', '2026-12-31'],
    );
  });

  it('keeps what is not saved through a reload', async () => {
    const memory = settingsInMemory();
    const element = await make(fakeOf(memory));
    await swap(element, '2026-12-31', '2026-12-26');
    await fill(element, 'basis', 'Thông báo của tỉnh');
    element.remove();
    await aTimeout(20);
    const next = await make(fakeOf(memory));
    await waitUntil(() => one(next, '.change-form'), 'the change is back');
    assert.lengthOf(all(next, '.unsaved li'), 2);
    assert.equal(one<HTMLElementTagNameMap['dvk-text-field']>(next, '[name=basis]').value, 'Thông báo của tỉnh');
    assert.include(textOf(one(next, '.day-card')), 'Đã mở lại thay đổi chưa lưu');
    press(next, 'Hủy');
    await waitUntil(() => !one(next, '.change-form'));
    next.remove();
    await aTimeout(20);
    const last = await make(fakeOf(memory));
    await aTimeout(50);
    assert.isUndefined(one(last, '.change-form'), 'given up for good');
  });

  it('shows nothing of one administrator’s change to another', async () => {
    const memory = settingsInMemory();
    const element = await make(fakeOf(memory));
    await swap(element, '2026-12-31', '2026-12-26');
    element.remove();
    await aTimeout(20);
    subject = newSubject();
    const other = await make(fakeOf(memory));
    await aTimeout(50);
    assert.isUndefined(one(other, '.change-form'));
  });

  it('has the history of every change, and takes an old version up again as a new one', async () => {
    const empty = { holidays: [], makeUpDays: [], ordinaryDays: [] };
    const second = { ...settingVersion, id: crypto.randomUUID(), version: 2, value: empty, reason: 'Chờ thông báo' };
    const memory = settingsInMemory([second as SettingVersion, settingVersion]);
    const element = await make(fakeOf(memory));
    assert.equal(day(element, '2026-12-31').className.trim(), 'day working');
    one(element, '.history > summary').click();
    await waitUntil(() => all(element, '.versions > li').length === 2, 'the versions');
    const [newest, oldest] = all(element, '.versions > li');
    assert.include(textOf(newest), 'Phiên bản 2');
    assert.include(textOf(newest), 'Chờ thông báo');
    assert.include(textOf(newest), '2 điểm khác phiên bản trước');
    assert.include(textOf(oldest), 'Nguyễn Văn A, 16:30 ngày 27/11/2026');
    assert.include(textOf(oldest), '2 điểm khác mặc định của hệ thống');
    assert.notInclude(textOf(newest), 'Khôi phục bản này');
    press(element, 'Khôi phục bản này');
    await waitUntil(() => day(element, '2026-12-31').classList.contains('swapped'), 'the old value is shown');
    assert.include(textOf(one(element, '.unsaved')), 'Khôi phục phiên bản 1');
    await waitUntil(() => one(element, '.effect .notice'));
    press(element, 'Lưu thay đổi');
    await waitUntil(() => memory.versions.length === 3, 'it is saved');
    assert.deepEqual(memory.versions[0]!.value, settingVersion.value);
    assert.equal(memory.versions[0]!.version, 3);
    await waitUntil(() => all(element, '.versions > li').length === 3, 'the history has it');
  });

  it('calls a year provisional that was not announced, and makes it final', async () => {
    const memory = settingsInMemory();
    const element = await make(fakeOf(memory));
    assert.isUndefined(one(element, '.provisional'));
    await toYear(element, 2027);
    assert.include(textOf(one(element, '.page-head')), 'tạm tính');
    assert.include(textOf(one(element, '.special')), 'tạm tính');
    await choose(element, '2027-12-31');
    await fill(element, 'kind', 'holiday');
    await fill(element, 'name', 'Ngày của tỉnh');
    await waitUntil(() => one(element, '.effect .notice'));
    press(element, 'Lưu thay đổi');
    await waitUntil(() => memory.versions.length === 1);
    assert.isTrue(memory.versions[0]!.provisional);
    await waitUntil(() => !one(element, '.change-form'));
    press(element, 'Đã có thông báo');
    await waitUntil(() => one(element, '.effect .notice'));
    press(element, 'Lưu thay đổi');
    await waitUntil(() => memory.versions.length === 2);
    assert.isFalse(memory.versions[0]!.provisional);
    assert.deepInclude(memory.versions[0]!.value as object, { announcedYears: [2027] });
    await waitUntil(() => !one(element, '.provisional'));
  });

  /** Chooses a file for the calendar. */
  const chooseFile = (element: DvkSettings, text: string) => {
    const input = one<HTMLInputElement>(element, 'input[type=file]');
    const files = new DataTransfer();
    files.items.add(new File([text], 'lich.ics', { type: 'text/calendar' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const event = (date: string, name: string, ...more: string[]) =>
    ['BEGIN:VEVENT', `UID:${date}`, `DTSTART;VALUE=DATE:${date}`, `SUMMARY:${name}`, ...more, 'END:VEVENT'].join(
      '\r\n',
    );
  const file = (...events: string[]) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Mau//VI', ...events, 'END:VCALENDAR', ''].join('\r\n');

  it('reads an iCalendar file as changes to check, and names what is doubtful by its line', async () => {
    const memory = settingsInMemory();
    const element = await make(fakeOf(memory));
    chooseFile(
      element,
      file(
        event('20261231', 'Nghỉ của tỉnh'),
        event('20260902', 'Quốc khánh theo tệp'),
        event('20261226', 'Làm bù cho 31/12/2026'),
        event('20261020', 'Nghỉ nửa ngày'),
      ),
    );
    await waitUntil(() => one(element, '.remarks'), 'what is doubtful');
    assert.deepEqual(all(element, '.remarks li').map(textOf), [
      'Dòng 14, 26/12/2026 (thứ Bảy), Làm bù cho 31/12/2026: Đoán là ngày làm bù theo tên gọi',
      'Dòng 19, 20/10/2026 (thứ Ba), Nghỉ nửa ngày: Nghỉ nửa ngày, đã bỏ qua',
    ]);
    assert.deepEqual(
      all(element, '.unsaved li').map(textOf),
      [
        '26/12/2026 (thứ Bảy): nghỉ cuối tuần → Làm bù cho 31/12/2026',
        '31/12/2026 (thứ Năm): ngày làm việc → Nghỉ của tỉnh',
      ],
      'a day that is off already stays as it is',
    );
    assert.lengthOf(memory.versions, 0, 'nothing is saved by reading');
    press(element, 'Lưu thay đổi');
    await waitUntil(() => memory.versions.length === 1);
    assert.isUndefined(one(element, '.remarks'));
  });

  it('refuses days of a file that contradict the week, and a file that is no calendar, in words', async () => {
    const element = await make(fakeOf(settingsInMemory()));
    chooseFile(element, 'Không phải lịch');
    await waitUntil(() => textOf(one(element, '.day-card')).includes('Tệp không phải lịch iCalendar'));
    assert.isUndefined(one(element, '.change-form'));
    chooseFile(element, file(event('20261225', 'Làm bù')));
    await waitUntil(() => one(element, '.change-form'));
    press(element, 'Lưu thay đổi');
    await waitUntil(() =>
      textOf(one(element, '.faults')).includes('25/12/2026 (thứ Sáu): Ngày này đã là ngày làm việc'),
    );
  });

  it('writes the days of the year as an iCalendar file that it reads back without a change', async () => {
    const element = await make(fakeOf(settingsInMemory([settingVersion])));
    let blob: Blob | undefined;
    const { createObjectURL } = URL;
    URL.createObjectURL = (made: Blob) => createObjectURL.call(URL, (blob = made));
    const stop = (event: Event) => event.preventDefault();
    document.addEventListener('click', stop);
    try {
      const click = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = () => {};
      one<HTMLElement>(element, '.page-actions .menu > summary').click();
      press(element, 'Tải tệp iCalendar');
      assert.isFalse(one<HTMLDetailsElement>(element, '.page-actions .menu').open);
      await waitUntil(() => blob, 'the file');
      HTMLAnchorElement.prototype.click = click;
    } finally {
      document.removeEventListener('click', stop);
      URL.createObjectURL = createObjectURL;
    }
    const text = await blob!.text();
    assert.include(text, 'SUMMARY:Nghỉ hoán đổi');
    assert.notInclude(text, '2025');
    chooseFile(element, text);
    await waitUntil(() =>
      textOf(one(element, '.day-card')).includes('Tệp không có ngày nào của năm 2026 khác lịch này'),
    );
  });

  it('copies the own days of a year to the next as provisional, and says what has to be entered', async () => {
    const value = {
      holidays: [
        { date: '2026-10-14', name: 'Ngày truyền thống của tỉnh' },
        { date: '2026-12-31', name: 'Nghỉ hoán đổi' },
      ],
      makeUpDays: [{ date: '2026-12-26', name: 'Làm bù cho 31/12/2026' }],
      ordinaryDays: [],
    };
    const memory = settingsInMemory([{ ...settingVersion, value } as SettingVersion]);
    const element = await make(fakeOf(memory));
    press(element, 'Chép sang 2027 (tạm tính)');
    await waitUntil(() => textOf(one(element, '.page-head')).includes('2027'));
    assert.deepEqual(all(element, '.unsaved li').map(textOf), [
      '14/10/2027 (thứ Năm): ngày làm việc → Ngày truyền thống của tỉnh',
    ]);
    const left = all(element, '.remarks li').map(textOf);
    assert.include(left, '31/12/2026 (thứ Năm), Nghỉ hoán đổi: quyết định từng năm, nhập tay khi có thông báo');
    await waitUntil(() => one(element, '.effect .notice'));
    press(element, 'Lưu thay đổi');
    await waitUntil(() => memory.versions.length === 2);
    assert.isTrue(memory.versions[0]!.provisional);
  });

  it('can be used by the keyboard alone', async () => {
    await setViewport({ width: 1366, height: 768 });
    const memory = settingsInMemory();
    const element = await make(fakeOf(memory));
    await choose(element, '2026-12-30');
    day(element, '2026-12-30').focus();
    const keys = async (...all: string[]) => {
      for (const key of all) {
        await sendKeys({ press: key });
        await element.updateComplete;
      }
    };
    const at = () => focused(element).dataset['date'];
    await keys('ArrowRight');
    assert.equal(at(), '2026-12-31');
    await keys('ArrowUp');
    assert.equal(at(), '2026-12-24');
    await keys('PageUp');
    assert.equal(at(), '2026-11-24');
    await keys('Home');
    assert.equal(at(), '2026-11-23');
    await keys('End', 'ArrowRight');
    assert.equal(at(), '2026-11-30', 'over the end of the week');
    await keys('PageDown', 'ArrowRight', 'Enter');
    assert.equal(focused(element).localName, 'dvk-choice-field', 'Enter leads to what the day may become');
    // From “working day” to “off, made up on another day”.
    await keys('ArrowDown', 'Tab');
    await waitUntil(() => focused(element).getAttribute('name') === 'other', 'the make-up day');
    await sendKeys({ type: '26/12/2026' });
    await keys('Tab');
    await waitUntil(() => all(element, '.unsaved li').length === 2, 'both days');
    await waitUntil(() => one(element, '.effect .notice'));
    for (let tabs = 0; tabs < 12 && !focused(element).matches('.change-form .primary'); tabs += 1) await keys('Tab');
    await keys('Enter');
    await waitUntil(() => memory.versions.length === 1, 'it is saved');
    await choose(element, '2026-12-31');
    one(element, 'dvk-choice-field').focus();
    await keys('Escape');
    await waitUntil(() => at() === '2026-12-31', 'Escape leads back to the day');
    await keys('/');
    assert.equal(focused(element).getAttribute('type'), 'search');
  });

  it('changes a setting that is a form: what holds, since when and why, then a new version', async () => {
    const memory = settingsInMemory();
    const fake = fakeOf(memory);
    const element = await fixture<DvkSettings>(
      html`<dvk-settings setting="office" .client=${fake.client}></dvk-settings>`,
    );
    await waitUntil(() => one(element, '.facts'), 'what holds');
    assert.include(textOf(one(element, '.facts')), 'Bộ phận tiếp nhận phường Mẫu');
    assert.include(textOf(one(element, '.since')), 'Mặc định của hệ thống');
    press(element, 'Đổi');
    await waitUntil(() => one(element, '.value-fields'));
    press(element, 'Lưu thay đổi');
    await waitUntil(() => textOf(one(element, '.faults')).includes('chưa đổi mục nào'));
    await fill(element, '"value/name"', 'Bộ phận Một cửa phường Mẫu');
    await fill(element, '"value/hotline"', '');
    assert.deepEqual(all(element, '.unsaved li').map(textOf), [
      'Tên nơi tiếp nhận: Bộ phận tiếp nhận phường Mẫu → Bộ phận Một cửa phường Mẫu',
      'Đường dây nóng: 1900 0000 → Không có',
    ]);
    await fill(element, 'reason', 'Sắp xếp lại bộ phận');
    press(element, 'Lưu thay đổi');
    await waitUntil(() => memory.versions.length === 1, 'it is saved');
    const [body] = await changesOf(fake);
    assert.deepInclude(body!, {
      name: 'office',
      replaces: 0,
      reason: 'Sắp xếp lại bộ phận',
      value: { name: 'Bộ phận Một cửa phường Mẫu', hotline: null },
    } as Partial<SettingChange>);
    await waitUntil(() => textOf(one(element, '.facts')).includes('Một cửa'), 'the new value holds');
    assert.include(textOf(one(element, '.since')), 'Phiên bản 1');
    assert.include(textOf(one(element, '.since')), 'Sắp xếp lại bộ phận');
    assert.deepEqual(await axe(element), []);
  });

  it('adds a term of the province, and says before it is saved which open cases would be due on another day', async () => {
    const memory = settingsInMemory([], ['2026-12-14T02:00:00Z', '2026-12-15T02:00:00Z']);
    const fake = fakeOf(memory);
    const element = await fixture<DvkSettings>(
      html`<dvk-settings setting="terms" .client=${fake.client}></dvk-settings>`,
    );
    await waitUntil(() => one(element, '.facts'));
    assert.include(textOf(one(element, '.facts')), 'Chưa có; áp dụng thời hạn theo quy định chung.');
    press(element, 'Đổi');
    await waitUntil(() => one(element, '.value-fields'));
    press(element, 'Thêm thời hạn');
    await fill(element, '"value/0/amount"', '3');
    press(element, 'Lưu thay đổi');
    await waitUntil(() => one(element, '.summary, [part=summary]'), 'the basis is asked for');
    await fill(element, '"value/0/basis/title"', 'Quyết định số 00/QĐ-UBND');
    await waitUntil(() => textOf(one(element, '.effect')).includes('2'), 'both cases would be due earlier');
    all<HTMLInputElement>(element, '.tick input')[1]!.click();
    await fill(element, '"value/0/extensions/0/amount"', '2');
    await fill(element, '"value/0/matter"', 'any');
    press(element, 'Lưu thay đổi');
    await waitUntil(() => memory.versions.length === 1, 'it is saved');
    const [term] = memory.versions[0]!.value as Record<string, unknown>[];
    assert.deepInclude(term!, {
      id: 'own-1',
      matter: 'any',
      step: 'resolve',
      name: { vi: 'giải quyết', en: 'settle' },
      amount: 3,
      unit: 'working-day',
      extensions: [{ complexity: 'complex', minReasons: 0, times: 1, amount: 2 }],
      basis: { title: 'Quyết định số 00/QĐ-UBND', confidence: 'published' },
    });
    await waitUntil(() => textOf(one(element, '.facts')).includes('3 ngày làm việc · gia hạn 1 lần'));
    press(element, 'Đổi');
    await waitUntil(() => one(element, '.value-fields'));
    press(element, 'Xóa thời hạn 1');
    press(element, 'Lưu thay đổi');
    await waitUntil(() => memory.versions.length === 2, 'and is taken away again');
    assert.deepEqual(memory.versions[0]!.value, []);
    assert.deepEqual(await axe(element), []);
  });

  it('sets limits, each with what it rests on, and says how many cases would be due soon', async () => {
    const received = new Date(Date.now()).toISOString();
    const memory = settingsInMemory([], [received]);
    const element = await fixture<DvkSettings>(
      html`<dvk-settings setting="thresholds" .client=${fakeOf(memory).client}></dvk-settings>`,
    );
    await waitUntil(() => one(element, '.facts'));
    assert.include(textOf(one(element, '.facts')), '2 ngày · Chưa có văn bản quy định (mẫu minh họa)');
    assert.include(textOf(one(element, '.facts')), 'theo bộ tiêu chí');
    press(element, 'Đổi');
    await waitUntil(() => one(element, '.value-fields'));
    await fill(element, '"value/dueSoonDays/amount"', '30');
    await waitUntil(() => textOf(one(element, '.effect')).includes('hiện 0, theo ngưỡng mới 1'), 'the effect');
    await fill(element, '"value/reasonAbove/amount"', '250');
    await fill(element, '"value/reasonAbove/basis/title"', 'Hướng dẫn số 00-HD/BTGDVTU');
    const sampleOf = all<HTMLInputElement>(element, '.topics li:nth-child(3) .tick input');
    sampleOf[0]!.click();
    await fill(element, '"value/remindDays/amount"', '90');
    press(element, 'Lưu thay đổi');
    await waitUntil(() => textOf(one(element, '.faults, [part=summary]')).includes('60'), 'too many days');
    await fill(element, '"value/remindDays/amount"', '10');
    press(element, 'Lưu thay đổi');
    await waitUntil(() => memory.versions.length === 1, 'it is saved');
    const value = memory.versions[0]!.value as Thresholds;
    assert.deepEqual(value.reasonAbove, {
      amount: 250,
      basis: { title: 'Hướng dẫn số 00-HD/BTGDVTU', confidence: 'published' },
    });
    assert.deepEqual([value.dueSoonDays.amount, value.remindDays.amount, value.idleDays.amount], [30, 10, 90]);
    assert.equal(value.dueSoonDays.basis.confidence, 'illustrative');
    await waitUntil(() => textOf(one(element, '.facts')).includes('2,5 điểm'));
    assert.deepEqual(await axe(element), []);
  });

  describe('the rules of notices', () => {
    const openRules = async (memory: SettingsInMemory, roles?: Session['roles']) => {
      const element = await fixture<DvkSettings>(
        html`<dvk-settings setting="notices" .client=${fakeOf(memory, roles).client}></dvk-settings>`,
      );
      await waitUntil(() => one(element, '.rules-of'), 'what holds');
      return element;
    };
    const rule = (element: DvkSettings, id: string) => one<HTMLDetailsElement>(element, `[data-rule="${id}"]`);
    const unfold = async (element: DvkSettings, id: string) => {
      rule(element, id).open = true;
      await waitUntil(() => rule(element, id).querySelector('.rule-fields'), id);
    };
    const within = <T extends Element = HTMLElement>(element: DvkSettings, id: string, selector: string) =>
      rule(element, id).querySelector<T>(selector)!;
    const valueOf = ({ versions }: SettingsInMemory) => versions[0]!.value as NoticeRule[];
    const assigned = 'case.assigned.unit';

    it('are read in groups by what happened, and say that their words are samples', async () => {
      const element = await openRules(settingsInMemory());
      const groups = all(element, '.rules-of > summary').map(textOf);
      assert.deepEqual(groups, [
        'Phản ánh, kiến nghị 16',
        'Mô hình 6',
        'Chấm điểm 6',
        'Kế hoạch, nhiệm vụ 4',
        'Vai trò 3',
        'Vận hành hệ thống 2',
      ]);
      const cases = textOf(one(element, '.rules-of'));
      for (const words of ['Chuyển đơn vị xử lý → đơn vị', 'trên cổng, thư gửi ngay', 'mẫu minh họa'])
        assert.include(cases, words);
      assert.include(textOf(one(element, '.page')), '37 thông báo, đều như mặc định');
    });

    it('have their words changed, with variables that are inserted where the caret stands and a preview as it is typed', async () => {
      const memory = settingsInMemory();
      const element = await openRules(memory);
      press(element, 'Đổi');
      await waitUntil(() => one(element, '.notice-rules'));
      await unfold(element, assigned);
      const at = presetNoticeRules().findIndex(({ id }) => id === assigned);
      await fill(element, `"value/${at}/text/vi"`, 'Hồ sơ  cần xử lý.');
      const field = one<HTMLElementTagNameMap['dvk-text-field']>(element, `[name="value/${at}/text/vi"]`);
      field.shadowRoot!.querySelector('textarea')!.setSelectionRange(6, 6);
      field.parentElement!.querySelector<HTMLElement>('[aria-label="Chèn mã"]')!.click();
      await waitUntil(() =>
        within(element, assigned, '.preview [lang=vi]').textContent!.includes('Hồ sơ PA-261130-0001 cần'),
      );
      assert.equal(field.value, 'Hồ sơ {code} cần xử lý.');
      assert.equal(focused(element), field);
      await fill(element, `"value/${at}/mail"`, 'daily');
      const [inApp, sample] = [...rule(element, assigned).querySelectorAll<HTMLInputElement>('.tick input')];
      inApp!.focus();
      inApp!.click();
      await element.updateComplete;
      assert.equal(focused(element), inApp, 'the focus stays');
      sample!.click();
      await element.updateComplete;
      assert.deepEqual(await axe(element), []);
      press(element, 'Lưu thay đổi');
      await waitUntil(() => memory.versions.length === 1, 'it is saved');
      assert.deepInclude(valueOf(memory)[at]!, {
        inApp: false,
        mail: 'daily',
        illustrative: false,
        text: { ...presetNoticeRules()[at]!.text, vi: 'Hồ sơ {code} cần xử lý.' },
      });
      assert.lengthOf(valueOf(memory), presetNoticeRules().length);
      await waitUntil(() => textOf(one(element, '.page')).includes('1 thông báo khác mặc định'));
    });

    it('name a variable that nothing fills in, at its field and above, and are not sent with it', async () => {
      const memory = settingsInMemory();
      const element = await openRules(memory);
      press(element, 'Đổi');
      await waitUntil(() => one(element, '.notice-rules'));
      await unfold(element, 'model.returned.unit');
      const at = presetNoticeRules().findIndex(({ id }) => id === 'model.returned.unit');
      // What people wrote stands in no title.
      await fill(element, `"value/${at}/title/vi"`, 'Mô hình {name} cần bổ sung');
      const field = one<HTMLElementTagNameMap['dvk-text-field']>(element, `[name="value/${at}/title/vi"]`);
      press(element, 'Lưu thay đổi');
      await waitUntil(() =>
        field.shadowRoot!.textContent!.includes('Không dùng được {name} ở đây. Dùng được: {code}, {unit}'),
      );
      rule(element, 'model.returned.unit').open = false;
      await waitUntil(() => !within(element, 'model.returned.unit', '.rule-fields'));
      assert.include(textOf(rule(element, 'model.returned.unit')), 'cần kiểm tra lại', 'folded, it is marked');
      press(element, 'Lưu thay đổi');
      await waitUntil(() =>
        textOf(one(element, '.faults')).includes(
          'Trả lại đăng ký → đơn vị, Tiêu đề (Tiếng Việt): Không dùng được {name}',
        ),
      );
      assert.lengthOf(memory.versions, 0);
    });

    it('are added, taken away, and put back to what they were', async () => {
      const memory = settingsInMemory();
      const element = await openRules(memory);
      press(element, 'Đổi');
      await waitUntil(() => one(element, '.notice-rules'));
      await unfold(element, assigned);
      within(element, assigned, '.actions .link').click();
      await waitUntil(() => !rule(element, assigned), 'taken away');
      await fill(element, '"add-cases"', assigned);
      one(element, '[name=add-cases]').parentElement!.querySelector('button')!.click();
      await waitUntil(() => rule(element, assigned)?.open, 'there again, unfolded');
      await fill(element, '"add-models"', 'model.revoked.unit');
      one(element, '[name=add-models]').parentElement!.querySelector('button')!.click();
      await waitUntil(() => rule(element, 'model.revoked.unit')?.open);
      const last = presetNoticeRules().length;
      press(element, 'Lưu thay đổi');
      await waitUntil(() => one(element, '[part=summary]'), 'the words are asked for');
      for (const [part, words] of [
        ['title/vi', 'Thu hồi công nhận {code}'],
        ['title/en', 'Recognition of {code} revoked'],
        ['text/vi', 'Mô hình “{name}” bị thu hồi công nhận.'],
        ['text/en', 'The recognition of “{name}” was revoked.'],
      ] as const)
        await fill(element, `"value/${last}/${part}"`, words);
      await unfold(element, 'case.received.sender');
      await fill(element, '"value/0/title/vi"', 'Đã nhận {code}');
      await waitUntil(() => within(element, 'case.received.sender', '.actions .button'));
      within(element, 'case.received.sender', '.actions .button').click();
      await waitUntil(() => !within(element, 'case.received.sender', '.actions .button'), 'as the preset again');
      press(element, 'Lưu thay đổi');
      await waitUntil(() => memory.versions.length === 1, 'it is saved');
      const ids = valueOf(memory).map(({ id }) => id);
      assert.sameMembers(ids, [...presetNoticeRules().map(({ id }) => id), 'model.revoked.unit']);
      assert.deepEqual(valueOf(memory)[0], presetNoticeRules()[0]);
    });

    it('can be read by those who supervise, and changed by none of them', async () => {
      const element = await openRules(settingsInMemory(), ['secretariat']);
      assert.isUndefined(one(element, '.page-actions .button'));
    });
  });

  it('says at once and at its place what the contract does not take', async () => {
    const memory = settingsInMemory();
    const fake = fakeOf(memory);
    const element = await fixture<DvkSettings>(
      html`<dvk-settings setting="code-prefixes" .client=${fake.client}></dvk-settings>`,
    );
    await waitUntil(() => one(element, '.facts'));
    press(element, 'Đổi');
    await fill(element, '"value/report"', 'PIL');
    press(element, 'Lưu thay đổi');
    await waitUntil(() => textOf(one(element, '.faults')).includes('Phản ánh: Chưa hợp lệ; kiểm tra lại'));
    assert.lengthOf(await changesOf(fake), 0);
    // Two kinds with the same letters: a rule of the server.
    await fill(element, '"value/report"', 'KN');
    press(element, 'Lưu thay đổi');
    await waitUntil(() =>
      all<HTMLElementTagNameMap['dvk-text-field']>(element, '.value-fields > *').some(({ error }) => error),
    );
    assert.lengthOf(memory.versions, 0);
  });

  it('orders the topics of the form, renames them and takes them off', async () => {
    const memory = settingsInMemory();
    const element = await fixture<DvkSettings>(
      html`<dvk-settings setting="topics" .client=${fakeOf(memory).client}></dvk-settings>`,
    );
    await waitUntil(() => one(element, '.facts'));
    assert.include(textOf(one(element, '.facts')), 'mẫu minh họa');
    press(element, 'Đổi');
    await waitUntil(() => one(element, '.topics'));
    const first = textOf(one(element, '.topics legend'));
    one(element, `[aria-label="Đưa ${first} xuống dưới"]`).click();
    await waitUntil(() => textOf(all(element, '.topics legend')[1]) === first, 'the order');
    const [offered] = all<HTMLInputElement>(element, '.topics li:first-child .tick input');
    offered!.click();
    await element.updateComplete;
    await fill(element, '"value/1/name/vi"', 'Rác và nước thải');
    assert.deepEqual(await axe(element), []);
    press(element, 'Lưu thay đổi');
    await waitUntil(() => memory.versions.length === 1, 'it is saved');
    const value = memory.versions[0]!.value as { topic: string; name: { vi: string }; offered: boolean }[];
    assert.isFalse(value[0]!.offered);
    assert.deepEqual(
      [value[1]!.topic, value[1]!.name.vi, value[1]!.offered],
      ['environment', 'Rác và nước thải', true],
    );
    assert.lengthOf(value, 8);
  });

  it('writes the notice on personal data line by line', async () => {
    const memory = settingsInMemory();
    const element = await fixture<DvkSettings>(
      html`<dvk-settings setting="privacy-notice" .client=${fakeOf(memory).client}></dvk-settings>`,
    );
    await waitUntil(() => one(element, '.facts'));
    press(element, 'Đổi');
    await waitUntil(() => one(element, '.value-fields'));
    const before = all(element, '.value-fields [name^="value/readers"]').length;
    press(element, 'Thêm một dòng');
    await waitUntil(() => all(element, '.value-fields [name^="value/readers"]').length === before + 2);
    await fill(element, `"value/readers/${before / 2}/vi"`, 'Lịch sử: người giám sát.');
    await fill(element, `"value/readers/${before / 2}/en"`, 'History: the supervisors.');
    press(element, 'Xóa dòng 1');
    await waitUntil(() => all(element, '.value-fields [name^="value/readers"]').length === before);
    press(element, 'Lưu thay đổi');
    await waitUntil(() => memory.versions.length === 1, 'it is saved');
    const { readers } = memory.versions[0]!.value as { readers: { vi: string }[] };
    assert.lengthOf(readers, before / 2);
    assert.equal(readers.at(-1)!.vi, 'Lịch sử: người giám sát.');
  });

  it('goes from one setting to the next, and keeps what is not saved of each', async () => {
    await setViewport({ width: 1366, height: 768 });
    const fake = fakeOf(settingsInMemory());
    const element = await make(fake);
    const asked: string[] = [];
    element.addEventListener('dvk-navigate', ({ recordId }) => asked.push(recordId));
    await swap(element, '2026-12-31', '2026-12-26');
    press(element, 'Nơi tiếp nhận');
    await waitUntil(() => one(element, '.facts'), 'the office');
    assert.isTrue(focused(element).matches('#setting-title'));
    assert.equal(element.setting, 'office');
    press(element, 'Lịch làm việc');
    await waitUntil(() => one(element, '.change-form'), 'the change is back');
    assert.deepEqual(asked, ['office', 'calendar']);
  });

  it('lets those who supervise read and change nothing', async () => {
    const element = await make(fakeOf(settingsInMemory([settingVersion]), ['inspector']));
    assert.include(textOf(one(element, '.page')), 'Chỉ xem');
    await choose(element, '2026-12-31');
    assert.include(textOf(one(element, '.day-card')), 'Nghỉ hoán đổi');
    assert.include(textOf(one(element, '.day-card')), 'Làm bù vào: thứ Bảy, 26/12/2026');
    assert.isEmpty(all(element, 'dvk-choice-field, dvk-text-field, .change-form'));
  });

  it('asks visitors to sign in and refuses others', async () => {
    const memory = settingsInMemory();
    const visitor = await fixture<DvkSettings>(
      html`<dvk-settings .client=${fakeOf(memory, ['anonymous']).client}></dvk-settings>`,
    );
    await waitUntil(() => one(visitor, '[part=refusal]'));
    assert.isUndefined(one(visitor, '.year'));
  });

  it('finds settings by their names and by the words for what is in them', async () => {
    const element = await make(fakeOf(settingsInMemory()));
    const search = one<HTMLInputElement>(element, '.nav input');
    const find = async (typed: string) => {
      search.value = typed;
      search.dispatchEvent(new Event('input', { bubbles: true }));
      await element.updateComplete;
      return all(element, '.nav li').map(textOf);
    };
    assert.deepEqual(await find('nghi le'), ['Lịch làm việc']);
    assert.deepEqual(await find('không có'), []);
    assert.include(textOf(one(element, '.nav')), 'Không có thiết lập nào khớp');
  });

  it('names itself in the address and says where there is no such setting', async () => {
    const fake = fakeOf(settingsInMemory());
    const element = await fixture<DvkSettings>(
      html`<dvk-settings setting="mau" .client=${fake.client}></dvk-settings>`,
    );
    await waitUntil(() => textOf(one(element, '.page')).includes('Không có thiết lập này'));
    element.setting = 'calendar';
    await waitUntil(() => one(element, '.year'));
  });

  it('goes on where the effect cannot be found out', async () => {
    const memory = settingsInMemory();
    const fake = fakeClient({
      session: { get: () => session('administrator') },
      settings: { ...memory.handlers, effect: problem('internal-error') },
    });
    const element = await make(fake);
    await swap(element, '2026-12-31', '2026-12-26');
    await waitUntil(() => textOf(one(element, '.effect')).includes('Chưa tính được'));
    press(element, 'Lưu thay đổi');
    await waitUntil(() => memory.versions.length === 1);
  });

  it('shows one month at a time on a phone, all on paper, and nothing wider than the page', async () => {
    await setViewport({ width: 320, height: 640 });
    try {
      const element = await make(fakeOf(settingsInMemory()));
      await choose(element, '2026-12-31');
      const visible = () => all(element, '.month').filter((month) => month.checkVisibility());
      assert.lengthOf(visible(), 1);
      assert.isAtMost(document.scrollingElement!.scrollWidth, 320);
      const [previous] = all(element, '.month-step');
      previous!.click();
      await waitUntil(() => textOf(visible()[0]).startsWith('Tháng 11'));
      assert.isTrue(one(element, '.nav select').checkVisibility());
      await emulateMedia({ media: 'print' });
      assert.lengthOf(visible(), 12);
    } finally {
      await emulateMedia({ media: 'screen' });
      await setViewport({ width: 1366, height: 768 });
    }
  });

  it('is told to screen readers as months with days, and axe finds nothing', async () => {
    await setViewport({ width: 1366, height: 768 });
    const element = await make(fakeOf(settingsInMemory([settingVersion])));
    await choose(element, '2026-12-31');
    const tree = (await accessibilityTree('dvk-settings')).join('\n');
    assert.include(tree, 'thứ Năm, 31/12/2026, Nghỉ hoán đổi');
    assert.match(tree, /table.*Tháng 12 2026/);
    assert.deepEqual(await axe(element), []);
  });

  it('steps over the end of a year', async () => {
    const element = await make(fakeOf(settingsInMemory()));
    await choose(element, '2026-12-31');
    day(element, '2026-12-31').focus();
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => focused(element)?.dataset['date'] === addDays('2026-12-31', 1));
    assert.include(textOf(one(element, '.page-head')), '2027');
  });

  it('has its tools on two lines of a phone, and each name of the list on one beside a calendar', async () => {
    const element = await make(fakeOf(settingsInMemory([settingVersion])));
    const place = element.parentElement!;
    place.style.inlineSize = '340px';
    await aTimeout(50);
    const tops = [...one(element, '.page-actions').children].map((each) =>
      Math.round(each.getBoundingClientRect().top),
    );
    assert.lengthOf(tops, 3);
    assert.lengthOf([...new Set(tops)], 2);
    place.style.inlineSize = '1290px';
    await aTimeout(50);
    const names = all(element, '.nav li span');
    assert.isNotEmpty(names);
    const broken = names.filter((name) => name.getClientRects().length > 1 || name.clientHeight > 30);
    assert.deepEqual(
      broken.map(({ textContent }) => textContent),
      [],
    );
    const head = one(element, '.page-head').getBoundingClientRect();
    assert.isBelow(one(element, '.page-actions').getBoundingClientRect().top - head.top, 20, 'beside the title');
  });
});
