import { assert, aTimeout, fixture, html } from '@open-wc/testing';
import {
  assessmentSteps,
  checkTransition,
  scoreFormulas,
  type AppraisedLine,
  type Assessment,
  type SelfLine,
} from '@dvk/sdk/assessments';
import { bacKan2017, illustrativeUnit, type Rubric } from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import { offline, problem, sampleAssessments, sampleRubrics } from '@dvk/sdk/testing';
import { fakeClient, type FakeClient } from '../testkit/fake-client.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import './define.ts';
import type { DvkScorecard } from './dvk-scorecard.ts';
import { wrappedChips } from '../testkit/chips.ts';
import { waitUntil } from '../testkit/wait-until.ts';

const { assessmentOf, summaryOf } = sampleAssessments;
const self = (points: number) => ({ criterionId: 'self', self: { points } });

function signedIn(...roles: Session['roles']): Session {
  const unitId = '01993000-0000-7000-8000-000000000007';
  return { subject: `sample ${crypto.randomUUID()}`, name: 'Nguyễn Văn A', roles, unitId, tenant: 'demo' };
}

/** A server of one assessment: it keeps what is sent and works out the results. */
function serverOf(rubric: Rubric, first: Assessment, session: Session): FakeClient {
  let current = first;
  let version = 4;
  const keep = (lines: Assessment['lines'], more: Partial<Assessment> = {}) => {
    version += 1;
    current = assessmentOf(rubric, lines, { ...pick(current), ...more, etag: `"v${version}"` });
    return current;
  };
  const merge = (id: string) =>
    current.lines.find((line) => line.criterionId === id) ?? { criterionId: id, evidence: [] };
  return fakeClient({
    session: { get: () => session },
    rubrics: { get: () => rubric },
    assessments: {
      get: () => current,
      putSelfLines: ({ body }) =>
        keep(
          body.map(({ value, ...line }: SelfLine) => ({
            ...merge(line.criterionId),
            ...line,
            self: value,
            evidence: line.evidence ?? [],
          })),
        ),
      putAppraisedLines: ({ body }) =>
        keep(
          body.map(({ value, ...line }: AppraisedLine) => ({
            ...merge(line.criterionId),
            ...line,
            appraised: value,
          })),
        ),
      putConditions: ({ body }) => keep(current.lines, { conditions: body }),
      transition: ({ body }) => {
        const step = assessmentSteps(current.status, session.roles).find(({ action }) => action === body.action)!;
        const faults = checkTransition(step, rubric, current, body.reason, { formulas: scoreFormulas });
        if (faults.length === 0) return keep(current.lines, { status: step.to });
        return problem('validation-failed', { errors: faults });
      },
    },
  });
}
const pick = ({ status, conditions }: Assessment) => ({ status, conditions });

async function open(fake: FakeClient): Promise<DvkScorecard> {
  const card = await fixture<DvkScorecard>(
    html`<dvk-scorecard .client=${fake.client} record-id="01993000-0000-7000-8000-0000000000a1"></dvk-scorecard>`,
  );
  await waitUntil(() => $(card, 'table'));
  return card;
}
const $ = <T extends Element = HTMLElement>(card: DvkScorecard, selector: string) =>
  card.shadowRoot!.querySelector<T>(selector);
const field = (card: DvkScorecard, name: string) =>
  $<HTMLElementTagNameMap['dvk-text-field']>(card, `[name="${name}"]`)!;
const textOf = (card: DvkScorecard) => card.shadowRoot!.textContent!.replaceAll(/\s+/g, ' ');
const press = (card: DvkScorecard, label: string) =>
  [...card.shadowRoot!.querySelectorAll('button')]
    .find((button) => button.textContent!.trim().startsWith(label))!
    .click();

function enter(card: DvkScorecard, name: string, value: string): void {
  field(card, name).value = value;
  field(card, name).dispatchEvent(new Event('input', { bubbles: true }));
  field(card, name).dispatchEvent(new Event('change', { bubbles: true }));
}

/** Points follow what is typed from when the rules are there. */
const rulesLoaded = async (card: DvkScorecard) => {
  await import('./scoring.ts');
  await aTimeout(0);
  await card.updateComplete;
};

describe('dvk-scorecard', () => {
  expectNoPolicyViolations();

  it('counts while a unit scores itself, and hides what the superior gives', async () => {
    const card = await open(serverOf(bacKan2017, assessmentOf(bacKan2017, []), signedIn('unit-officer')));
    assert.isNull(field(card, 'superior'));
    assert.include(textOf(card), '(10 điểm do cấp trên chấm)');
    enter(card, 'self', '8700');
    await waitUntil(() => textOf(card).includes('87/90'));
    assert.include(textOf(card), 'Tốt');
    assert.include(textOf(card), 'chưa lưu');
    await waitUntil(() => $(card, '.calculation')?.textContent.includes('87'), 'the explanation follows');
    assert.notInclude(textOf(card), 'Theo lần lưu gần nhất');
  });

  it('works out formula lines while somebody types', async () => {
    const fake = serverOf(illustrativeUnit, assessmentOf(illustrativeUnit, []), signedIn('unit-officer'));
    const card = await open(fake);
    enter(card, 'registered', '3');
    enter(card, 'recognised', '4');
    enter(card, 'recognised/total', '8');
    const line = () =>
      [...card.shadowRoot!.querySelectorAll('tr')].find((row) => row.textContent.includes('Tính tự động'))!;
    await waitUntil(() => line().querySelector('.worth')?.textContent === '16', '20 × 4/8 + 2 × 3');
  });

  it('saves with the version it read, then submits', async () => {
    const fake = serverOf(bacKan2017, assessmentOf(bacKan2017, []), signedIn('unit-leader'));
    const card = await open(fake);
    enter(card, 'self', '8700');
    await card.updateComplete;
    $<HTMLFormElement>(card, 'form')!.requestSubmit();
    await waitUntil(() => textOf(card).includes('Đã lưu lúc'));
    const put = fake.requests.find((request) => request.method === 'PUT')!;
    assert.equal(put.headers.get('if-match'), '"v4"');
    assert.deepEqual(await put.json(), [{ criterionId: 'self', value: { points: 8700 }, evidence: [] }]);
    press(card, 'Nộp bảng tự chấm điểm');
    await waitUntil(() => $(card, '.confirm'));
    press(card, 'Xác nhận');
    await waitUntil(() => textOf(card).includes('Chờ thẩm định'));
    assert.equal(fake.requests.at(-1)!.headers.get('if-match'), '"v5"');
    assert.isNull(field(card, 'self'), 'nothing to write any more');
  });

  it('says which lines are open before it asks to confirm a submission', async () => {
    const fake = serverOf(bacKan2017, assessmentOf(bacKan2017, []), signedIn('unit-officer'));
    const card = await open(fake);
    await rulesLoaded(card);
    press(card, 'Nộp bảng tự chấm điểm');
    await waitUntil(() => field(card, 'self').shownError);
    assert.include(card.shadowRoot!.querySelector('#summary')!.textContent, 'Tám tiêu chí đơn vị tự chấm');
    assert.isNull($(card, '.confirm'));
    assert.isTrue(fake.requests.every(({ method }) => method === 'GET'));
    enter(card, 'self', '8700');
    press(card, 'Nộp bảng tự chấm điểm');
    await waitUntil(() => $(card, '.confirm'));
  });

  it('says which lines are open when a submission is refused', async () => {
    const fake = serverOf(bacKan2017, assessmentOf(bacKan2017, [self(8700)]), signedIn('unit-officer'));
    const card = await open(fake);
    press(card, 'Nộp bảng tự chấm điểm');
    await waitUntil(() => $(card, '.confirm'));
    const errors = [{ pointer: '/lines/self/self', code: 'incomplete' }] as const;
    fake.answer({ assessments: { transition: problem('validation-failed', { errors }) } });
    press(card, 'Xác nhận');
    await waitUntil(() => field(card, 'self').shownError);
    assert.include(card.shadowRoot!.querySelector('#summary')!.textContent, 'Tám tiêu chí đơn vị tự chấm');
    assert.include(textOf(card), 'Đang tự chấm');
  });

  it('asks the appraiser why when 87 becomes 78 and the band changes; the own score stays', async () => {
    const submitted = assessmentOf(bacKan2017, [self(8700)], { status: 'submitted' });
    const fake = serverOf(bacKan2017, submitted, signedIn('appraiser'));
    const card = await open(fake);
    enter(card, 'self', '8700');
    await waitUntil(() => textOf(card).includes('87/100'));
    assert.isNull(field(card, 'reason/self'));
    enter(card, 'self', '7800');
    await waitUntil(() => field(card, 'reason/self'));
    enter(card, 'superior', '0');
    press(card, 'Nộp kết quả thẩm định');
    await waitUntil(() => field(card, 'reason/self').shownError);
    assert.isNull($(card, '.confirm'), 'said before the step is to be confirmed');
    $<HTMLFormElement>(card, 'form')!.requestSubmit();
    assert.isFalse(
      fake.requests.some(({ method }) => method === 'PUT'),
      'not without a reason',
    );
    enter(card, 'reason/self', 'Thiếu hồ sơ minh chứng.');
    $<HTMLFormElement>(card, 'form')!.requestSubmit();
    await waitUntil(() => textOf(card).includes('Đã lưu lúc'));
    const put = fake.requests.find((request) => request.method === 'PUT')!;
    assert.deepEqual(await put.json(), [
      { criterionId: 'self', value: { points: 7800 }, reason: 'Thiếu hồ sơ minh chứng.' },
      { criterionId: 'superior', value: { points: 0 } },
    ]);
    assert.include(textOf(card), 'Khá');
    assert.include(textOf(card), '87/90');
  });

  it('shows the difference, only the lines that differ when asked to, and leads Tab down the boxes', async () => {
    const lines = [
      { criterionId: 'plan', self: { met: true }, appraised: { met: false }, note: 'Kế hoạch số 1.' },
      { criterionId: 'registered', self: { count: 3 }, appraised: { count: 3 }, note: 'Danh sách kèm theo.' },
    ];
    const submitted = assessmentOf(illustrativeUnit, lines, { status: 'submitted' });
    const card = await open(serverOf(illustrativeUnit, submitted, signedIn('appraiser')));
    await waitUntil(() => field(card, 'reason/plan'), 'the line is open for its reason');
    const rows = [...card.shadowRoot!.querySelectorAll<HTMLTableRowElement>('tr.line')];
    assert.equal(rows[0]!.querySelector('.difference .marked')!.textContent, '−20');
    assert.equal(rows[1]!.querySelector('.difference')!.textContent!.trim(), '0');
    const buttons = [...card.shadowRoot!.querySelectorAll<HTMLElement>('button.files')];
    assert.deepEqual(
      buttons.map(({ tabIndex }) => tabIndex),
      [0],
      'one stop after the boxes; the note beside a reason needs no button',
    );
    buttons[0]!.click();
    await card.updateComplete;
    assert.include(textOf(card), 'Danh sách kèm theo.');
    press(card, 'Chỉ dòng lệch (1)');
    await card.updateComplete;
    const shown = rows.filter((row) => row.offsetParent !== null).map((row) => row.cells[0]!.textContent);
    assert.deepEqual(shown, ['1']);
  });

  it('takes over own points where the appraiser has entered none', async () => {
    const submitted = assessmentOf(bacKan2017, [self(8700)], { status: 'submitted' });
    const card = await open(serverOf(bacKan2017, submitted, signedIn('appraiser')));
    press(card, 'Lấy theo điểm tự chấm');
    await card.updateComplete;
    await waitUntil(() => field(card, 'self').value === '8700');
    assert.equal(field(card, 'superior').value, '');
  });

  it('keeps what was entered when somebody else was faster, without network and after a server fault', async () => {
    const fake = serverOf(bacKan2017, assessmentOf(bacKan2017, [self(8000)]), signedIn('unit-officer'));
    const card = await open(fake);
    enter(card, 'self', '8700');
    await card.updateComplete;
    for (const [answer, words] of [
      [problem('precondition-failed'), 'Người khác vừa sửa'],
      [offline(), 'Không kết nối được'],
      [problem('internal-error'), 'Hệ thống gặp lỗi'],
      [problem('unauthenticated'), 'Phiên làm việc đã hết'],
    ] as const) {
      fake.answer({
        assessments: { putSelfLines: answer, get: () => assessmentOf(bacKan2017, [self(8100)], { etag: '"v9"' }) },
      });
      $<HTMLFormElement>(card, 'form')!.requestSubmit();
      await waitUntil(() => textOf(card).includes(words), words);
      assert.equal(field(card, 'self').value, '8700', words);
      if (words.startsWith('Người khác')) {
        press(card, 'Tải bản mới');
        await waitUntil(() => !textOf(card).includes(words) && $(card, '[aria-busy=false]'));
        assert.equal(field(card, 'self').value, '8700');
      }
    }
  });

  it('gives back unsaved points after the element was taken away', async () => {
    const session = signedIn('unit-officer');
    const fake = serverOf(bacKan2017, assessmentOf(bacKan2017, []), session);
    const before = await open(fake);
    enter(before, 'self', '8650');
    before.remove();
    const after = await open(fake);
    assert.equal(field(after, 'self').value, '8650');
    assert.include(textOf(after), 'mở lại các thay đổi');
  });

  it('gives back the appraiser’s reasons and the step that was begun', async () => {
    const session = signedIn('appraiser');
    const stop = bacKan2017.conditions[0]!.id;
    const submitted = assessmentOf(bacKan2017, [self(8700)], { status: 'submitted' });
    const fake = serverOf(bacKan2017, submitted, session);
    const before = await open(fake);
    enter(before, 'self', '7800');
    $<HTMLInputElement>(before, '.stops input')!.click();
    await waitUntil(() => field(before, 'reason/self'));
    enter(before, 'reason/self', 'Thiếu hồ sơ.');
    enter(before, `condition/${stop}`, 'Có kết luận.');
    press(before, 'Trả lại đơn vị');
    await before.updateComplete;
    enter(before, 'step-reason', 'Cần bổ sung.');
    before.remove();
    const after = await open(fake);
    assert.equal(field(after, 'reason/self').value, 'Thiếu hồ sơ.');
    assert.equal(field(after, `condition/${stop}`).value, 'Có kết luận.');
    assert.equal(field(after, 'step-reason').value, 'Cần bổ sung.');
  });

  it('asks for the reason of a step at its field', async () => {
    const submitted = assessmentOf(bacKan2017, [self(8700)], { status: 'submitted' });
    const fake = serverOf(bacKan2017, submitted, signedIn('appraiser'));
    const card = await open(fake);
    press(card, 'Trả lại đơn vị');
    await waitUntil(() => field(card, 'step-reason'));
    press(card, 'Xác nhận');
    await card.updateComplete;
    assert.equal(field(card, 'step-reason').shownError, 'Nhập lý do');
    assert.isFalse(fake.requests.some(({ method }) => method === 'POST'));
    enter(card, 'step-reason', 'Chưa rõ.');
    fake.answer({
      assessments: {
        transition: problem('validation-failed', { errors: [{ pointer: '/reason', code: 'reason-required' }] }),
      },
    });
    press(card, 'Xác nhận');
    await waitUntil(() => field(card, 'step-reason').shownError === 'Phải nêu lý do');
    assert.equal(field(card, 'step-reason').value, 'Chưa rõ.');
  });

  it('keeps what was entered when the person signs in anew or the page moves the element, also where nothing is kept', async () => {
    const opening = Object.getOwnPropertyDescriptor(window, 'sessionStorage')!;
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    const session = signedIn('unit-officer');
    const first = assessmentOf(bacKan2017, []);
    const card = await open(serverOf(bacKan2017, first, session)).finally(() =>
      Object.defineProperty(window, 'sessionStorage', opening),
    );
    enter(card, 'self', '8700');
    await card.updateComplete;
    assert.include(textOf(card), 'không lưu được bản nháp');
    const again = serverOf(bacKan2017, first, session);
    card.client = again.client;
    await waitUntil(() => again.requests.length > 0);
    await aTimeout(50);
    assert.equal(field(card, 'self').value, '8700');
    document.body.append(card);
    await aTimeout(50);
    assert.equal(field(card, 'self').value, '8700');
    assert.include(textOf(card), '87/90');
    card.remove();
  });

  it('takes no input while it saves, so that none is lost', async () => {
    const fake = serverOf(bacKan2017, assessmentOf(bacKan2017, []), signedIn('unit-officer'));
    const card = await open(fake);
    enter(card, 'self', '8700');
    await card.updateComplete;
    $<HTMLFormElement>(card, 'form')!.requestSubmit();
    await card.updateComplete;
    assert.isNotNull(field(card, 'self').closest('[inert]'));
    await waitUntil(() => textOf(card).includes('Đã lưu lúc'));
    assert.isNull(field(card, 'self').closest('[inert]'));
  });

  it('draws every kind of line of a full rubric and refuses points above the maximum at the field', async () => {
    const fake = serverOf(illustrativeUnit, assessmentOf(illustrativeUnit, []), signedIn('unit-officer'));
    const card = await open(fake);
    assert.include(textOf(card), 'Mẫu minh họa – chưa phải văn bản ban hành');
    const points = [...card.shadowRoot!.querySelectorAll<HTMLElementTagNameMap['dvk-text-field']>('[type=points]')][0]!;
    enter(card, points.name, '999900');
    $<HTMLFormElement>(card, 'form')!.requestSubmit();
    await waitUntil(() => points.shownError);
    assert.include(points.shownError, 'Không được lớn hơn');
    assert.isFalse(fake.requests.some(({ method }) => method === 'PUT'));
  });

  it('asks of a deduction whether it was found, not whether it was achieved', async () => {
    const line = { kind: 'yes-no' as const, title: { vi: 'Có đơn thư vượt cấp' }, max: 500 };
    const rubric: Rubric = {
      ...bacKan2017,
      bonus: { max: 500, criteria: [{ ...line, id: 'award' }] },
      deduction: { max: 500, criteria: [{ ...line, id: 'late' }] },
    };
    for (const [role, answer] of [
      ['unit-officer', undefined],
      ['secretariat', { met: false }],
    ] as const) {
      const saved = answer ? [{ criterionId: 'late', self: answer, evidence: [] }] : [];
      const card = await open(serverOf(rubric, assessmentOf(rubric, saved), signedIn(role)));
      const words = (name: string) => (field(card, name)?.shadowRoot!.textContent ?? '').replaceAll(/\s+/g, ' ');
      if (answer) assert.include($(card, 'tbody tr:last-of-type')!.textContent, 'Không');
      else assert.match(words('late'), /Có\s*Không /);
      if (!answer) assert.match(words('award'), /Đạt\s*Không đạt /);
      assert.notInclude(words('late'), 'ạt');
    }
  });

  it('shows after saving what was ticked, as before', async () => {
    const fake = serverOf(illustrativeUnit, assessmentOf(illustrativeUnit, []), signedIn('unit-officer'));
    const card = await open(fake);
    const tick = () => $<HTMLInputElement>(card, '.check input')!;
    tick().click();
    await card.updateComplete;
    $<HTMLFormElement>(card, 'form')!.requestSubmit();
    await waitUntil(() => fake.requests.some(({ method }) => method === 'PUT') && textOf(card).includes('Đã lưu'));
    await card.updateComplete;
    assert.isTrue(tick().checked);
    tick().click();
    await card.updateComplete;
    assert.isFalse(tick().checked);
  });

  it('refuses a count that is no whole number, and half a rate, at the field', async () => {
    const [count, ratio] = ['registered', 'recognised'];
    const fake = serverOf(illustrativeUnit, assessmentOf(illustrativeUnit, []), signedIn('unit-officer'));
    const card = await open(fake);
    const type = (name: string, text: string) => {
      field(card, name).restoreState(text);
      field(card, name).dispatchEvent(new Event('input', { bubbles: true }));
    };
    type(count, '2,5');
    type(ratio, '3');
    await card.updateComplete;
    $<HTMLFormElement>(card, 'form')!.requestSubmit();
    await waitUntil(() => field(card, count).shownError);
    assert.include(field(card, count).shownError, 'số nguyên');
    assert.include(field(card, `${ratio}/total`).shownError, 'Tổng số');
    assert.isFalse(fake.requests.some(({ method }) => method === 'PUT'));
  });

  it('lists the assessments a person may see, goes back to its place, and opens a new one for a unit', async () => {
    const made = assessmentOf(bacKan2017, [self(8700)]);
    const submitted = { ...made, id: made.id.replace('a1', 'a2'), status: 'submitted' as const };
    const queries: URLSearchParams[] = [];
    const fake = fakeClient({
      session: { get: () => signedIn('unit-officer') },
      rubrics: {
        list: () => ({ items: [sampleRubrics.summaryOf(bacKan2017)], nextCursor: null }),
        get: () => bacKan2017,
      },
      assessments: {
        list: ({ request }) => {
          queries.push(new URL(request.url).searchParams);
          return { items: [made, submitted].map((each) => summaryOf(each, bacKan2017)), nextCursor: null };
        },
        counts: () => ({
          asOf: '2026-11-30T01:15:00Z',
          total: 2,
          by: {
            status: { open: 1, submitted: 1, explaining: 0, appraised: 0, concluded: 0, locked: 0 },
            subjectKind: { unit: 2, model: 0 },
          },
        }),
        create: () => made,
        get: ({ params }) => (params.id === made.id ? made : submitted),
      },
    });
    const card = await fixture<DvkScorecard>(html`<dvk-scorecard .client=${fake.client}></dvk-scorecard>`);
    await waitUntil(() => $(card, '.row'));
    const cells = [...$(card, '.row')!.querySelectorAll('td')].map((cell) =>
      cell.textContent!.replaceAll(/\s+/g, ' ').trim(),
    );
    assert.include(cells[0], 'UBND phường Mẫu');
    assert.include(cells[0], '2026 · 1878/QĐ-UBND', 'by which rubric: a unit may have two sheets in a year');
    assert.includeMembers(cells, ['1/1', '87/90', '–', 'Đang tự chấm']);
    assert.deepEqual(wrappedChips(card), []);
    await waitUntil(() => textOf(card).includes('2 trong 2 bảng chấm điểm'));
    assert.match(
      $(card, '[role=tablist]')!.textContent!.replaceAll(/\s+/g, ' '),
      /Tất cả 2 Đang tự chấm 1 Chờ thẩm định 1/,
    );

    card.recordId = '.';
    await waitUntil(() => $(card, '[role=alert]'));
    assert.include($(card, '[role=alert]')!.textContent, 'Không tìm thấy hồ sơ này. Đường liên kết có thể sai');
    assert.equal(card.recordId, '');

    const heard: string[] = [];
    card.addEventListener('dvk-navigate', ({ recordId }) => heard.push(recordId));
    card.shadowRoot!.querySelectorAll<HTMLElement>('.opener')[1]!.click();
    await waitUntil(() => $(card, '#record-title'));
    assert.equal(card.recordId, submitted.id);
    assert.include(textOf(card), '2 trong 2');
    press(card, 'Về danh sách');
    await waitUntil(() => card.shadowRoot!.activeElement?.closest<HTMLElement>('.row')?.dataset['id'] === submitted.id);
    assert.deepEqual(heard, [submitted.id, '']);
    press(card, 'Điểm tự chấm');
    await waitUntil(() => queries.at(-1)!.get('sort') === 'self-points');

    press(card, 'Lập bảng chấm điểm mới');
    await waitUntil(() => $(card, '#opening'));
    $<HTMLFormElement>(card, '#opening')!.requestSubmit();
    await card.updateComplete;
    assert.equal(field(card, 'rubric').shownError, 'Chọn bộ tiêu chí');
    field(card, 'rubric').value = 'bac-kan-unit 2017';
    for (let at = 0; at < 3; at++) $<HTMLFormElement>(card, '#opening')!.requestSubmit();
    await waitUntil(() => $(card, '#record-title'));
    const [post, ...more] = fake.requests.filter((request) => request.method === 'POST');
    assert.deepEqual(more, [], 'one, however often the button is pressed');
    assert.include(await post!.json(), { rubricId: 'bac-kan-unit', rubricVersion: '2017' });
  });

  it('shows the open sheet while the list is still on its way', async () => {
    const fake = serverOf(bacKan2017, assessmentOf(bacKan2017, []), signedIn('unit-officer'));
    const summary = summaryOf(assessmentOf(bacKan2017, []), bacKan2017);
    fake.answer({
      session: { get: () => signedIn('unit-officer') },
      rubrics: { get: () => bacKan2017, list: () => new Promise(() => {}) },
      assessments: { get: () => assessmentOf(bacKan2017, []) },
    });
    const card = await fixture<DvkScorecard>(
      html`<dvk-scorecard .client=${fake.client} record-id=${summary.id}></dvk-scorecard>`,
    );
    await waitUntil(() => $(card, '#record-title'));
  });

  it('opens what the page asks for at once, and goes on with it where the page moves the element', async () => {
    const fake = serverOf(bacKan2017, assessmentOf(bacKan2017, []), signedIn('unit-officer'));
    const summary = summaryOf(assessmentOf(bacKan2017, []), bacKan2017);
    let go = (): void => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    fake.answer({
      session: { get: () => signedIn('unit-officer') },
      rubrics: { get: () => bacKan2017, list: () => ({ items: [], nextCursor: null }) },
      assessments: {
        list: () => ({ items: [summary], nextCursor: null }),
        get: async () => {
          await held;
          return assessmentOf(bacKan2017, []);
        },
      },
    });
    const card = await fixture<DvkScorecard>(
      html`<dvk-scorecard .client=${fake.client} record-id=${summary.id}></dvk-scorecard>`,
    );
    await waitUntil(() => fake.requests.some(({ url }) => url.includes('/v1/assessments?')));
    document.body.append(card);
    await aTimeout(50);
    assert.isNotNull($(card, '[part=loading]'), 'no list that goes away again');
    assert.isNull($(card, '.row'));
    go();
    await waitUntil(() => $(card, '#record-title'));
    assert.equal(card.recordId, summary.id);
    card.remove();
    await aTimeout(0);
    document.body.append(card);
    await waitUntil(() => $(card, '#record-title'), 'it is opened again');
    card.remove();
  });

  it('tells what has happened to an assessment, saves in a row as one', async () => {
    const fake = serverOf(bacKan2017, assessmentOf(bacKan2017, []), signedIn('unit-officer'));
    const card = await open(fake);
    const event = (sequence: number, kind: string, reason: string | null = null) => ({
      sequence,
      kind: `assessment.${kind}`,
      at: `2026-11-2${sequence}T03:15:00Z`,
      by: { roles: ['unit-officer'], unitId: null, unitName: 'UBND phường Mẫu', self: false },
      from: null,
      to: null,
      unitName: null,
      reason,
    });
    fake.answer({
      assessments: {
        history: () => ({
          items: [
            event(5, 'returned', 'Thiếu minh chứng.'),
            event(4, 'submitted'),
            event(3, 'self-scored'),
            event(2, 'self-scored'),
            event(1, 'opened'),
          ],
          nextCursor: null,
        }),
      },
    });
    press(card, 'Lịch sử');
    await waitUntil(() => $(card, '.timeline'));
    const told = [...card.shadowRoot!.querySelectorAll('.timeline .name')].map((each) => each.textContent);
    assert.deepEqual(told, ['Trả lại đơn vị', 'Nộp bảng tự chấm điểm', 'Lưu điểm tự chấm', 'Lập bảng chấm điểm']);
    assert.include(textOf(card), 'UBND phường Mẫu · 2 lần');
    assert.include(textOf(card), 'Thiếu minh chứng.');
  });

  it('asks a visitor to sign in, and says to a citizen that it is for units', async () => {
    const make = async (session: Session) => {
      const { client } = fakeClient({ session: { get: () => session } });
      const card = await fixture<DvkScorecard>(html`<dvk-scorecard .client=${client}></dvk-scorecard>`);
      await waitUntil(() => $(card, '.notice:not(.loading)'));
      return card;
    };
    const visitor = await make({ ...signedIn('anonymous'), subject: null });
    assert.include(textOf(visitor), 'Đăng nhập bằng tài khoản của đơn vị');
    let asked = false;
    visitor.addEventListener('dvk-sign-in', () => (asked = true));
    press(visitor, 'Đăng nhập');
    assert.isTrue(asked);
    const citizen = await make(signedIn('citizen'));
    assert.include(textOf(citizen), 'dành cho đơn vị tự chấm');
    assert.isNull($(citizen, 'button'));
  });

  it('offers to try again what could not be saved', async () => {
    const fake = serverOf(bacKan2017, assessmentOf(bacKan2017, []), signedIn('unit-officer'));
    const card = await open(fake);
    enter(card, 'self', '8700');
    await card.updateComplete;
    fake.answer({ assessments: { putSelfLines: offline() } });
    press(card, 'Lưu');
    await waitUntil(() => $(card, '.danger'));
    fake.answer({
      assessments: { putSelfLines: () => assessmentOf(bacKan2017, [self(8700)], { etag: '"v5"' }) },
    });
    $(card, '.danger button')!.focus();
    press(card, 'Thử lại');
    await waitUntil(() => textOf(card).includes('Đã lưu lúc'));
    assert.isNull($(card, '.danger'));
    assert.isNotNull(card.shadowRoot!.activeElement?.closest('.sheet-foot'), 'the focus is not lost with the button');
    const save = [...card.shadowRoot!.querySelectorAll('button')].find((each) => each.textContent.trim() === 'Lưu')!;
    save.focus();
    enter(card, 'self', '8600');
    save.click();
    await waitUntil(() => textOf(card).includes('Đã lưu lúc') && card.shadowRoot!.activeElement === save);
  });

  it('goes on after the half of a save that has worked', async () => {
    const stop = bacKan2017.conditions[0]!.id;
    const lines = [{ criterionId: 'self', self: { points: 8700 }, appraised: { points: 8700 } }];
    const fake = serverOf(
      bacKan2017,
      assessmentOf(bacKan2017, [self(8700)], { status: 'submitted' }),
      signedIn('appraiser'),
    );
    const card = await open(fake);
    enter(card, 'self', '8700');
    $<HTMLInputElement>(card, '.stops input')!.click();
    await card.updateComplete;
    enter(card, `condition/${stop}`, 'Có kết luận.');
    await card.updateComplete;
    const saved = assessmentOf(bacKan2017, lines, { status: 'submitted', etag: '"v5"' });
    fake.answer({ assessments: { putAppraisedLines: () => saved, putConditions: offline() } });
    press(card, 'Lưu');
    await waitUntil(() => $(card, '.danger'));
    const conditions = [{ conditionId: stop, reason: 'Có kết luận.' }];
    fake.answer({
      assessments: {
        putConditions: ({ request }) =>
          request.headers.get('if-match') === saved.etag
            ? assessmentOf(bacKan2017, lines, { status: 'submitted', conditions, etag: '"v6"' })
            : problem('precondition-failed'),
      },
    });
    press(card, 'Thử lại');
    await waitUntil(() => textOf(card).includes('Đã lưu lúc'));
    assert.equal(field(card, `condition/${stop}`).value, 'Có kết luận.');
  });

  it('keeps a step that is begun while the rest of a save is under way', async () => {
    const stop = bacKan2017.conditions[0]!.id;
    const lines = [
      { criterionId: 'self', self: { points: 8700 }, appraised: { points: 8700 } },
      { criterionId: 'superior', appraised: { points: 800 } },
    ];
    const saved = assessmentOf(bacKan2017, lines, { status: 'submitted', etag: '"v5"' });
    const fake = serverOf(
      bacKan2017,
      assessmentOf(bacKan2017, [self(8700)], { status: 'submitted' }),
      signedIn('appraiser'),
    );
    const card = await open(fake);
    enter(card, 'self', '8700');
    $<HTMLInputElement>(card, '.stops input')!.click();
    await card.updateComplete;
    enter(card, `condition/${stop}`, 'Có kết luận.');
    await card.updateComplete;
    enter(card, 'superior', '800');
    const { promise, resolve } = Promise.withResolvers<Assessment>();
    let isAsked = false;
    const putConditions = () => {
      isAsked = true;
      return promise;
    };
    fake.answer({ assessments: { putAppraisedLines: () => saved, putConditions } });
    press(card, 'Lưu');
    await waitUntil(() => isAsked);
    press(card, 'Nộp kết quả thẩm định');
    await waitUntil(() => $(card, '.confirm'));
    resolve({ ...saved, conditions: [{ conditionId: stop, reason: 'Có kết luận.' }], etag: '"v6"' });
    await waitUntil(() => textOf(card).includes('Đã lưu lúc'));
    assert.isNotNull($(card, '.confirm'));
  });

  it('offers to try again a step that could not be recorded', async () => {
    const lines = [self(8700)];
    const fake = serverOf(bacKan2017, assessmentOf(bacKan2017, lines), signedIn('unit-leader'));
    const card = await open(fake);
    press(card, 'Nộp bảng tự chấm điểm');
    await card.updateComplete;
    fake.answer({ assessments: { transition: offline() } });
    press(card, 'Xác nhận');
    await waitUntil(() => $(card, '.danger'));
    fake.answer({ assessments: { transition: () => assessmentOf(bacKan2017, lines, { status: 'submitted' }) } });
    press(card, 'Thử lại');
    await waitUntil(() => textOf(card).includes('Đã ghi nhận: Nộp bảng tự chấm điểm'));
  });
});
