import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isInputError } from '../errors/index.ts';
import {
  deadline,
  elapsedWorkingTime,
  explainDeadline,
  fieldReportTerms,
  legalTerms,
  ruleInForce,
  vietnamCalendar,
  type DeadlineRequest,
  type Extension,
  type TermRule,
} from './index.ts';
import { calendars } from './testkit/arbitraries.ts';
import { dayAfter, walkTerm } from './testkit/minute-oracle.ts';

const rules = legalTerms;
const due = (request: Omit<DeadlineRequest, 'rules'>) => deadline(vietnamCalendar, { rules, ...request });

const rule = (unit: TermRule['unit'], amount: number, more: Partial<TermRule> = {}): TermRule => ({
  id: 'test',
  matter: 'report',
  step: 'resolve',
  name: { vi: 'xử lý', en: 'handle' },
  startEvent: { vi: 'tiếp nhận', en: 'receipt' },
  amount,
  unit,
  rollToWorkingDay: false,
  basis: { title: 'Thử nghiệm', confidence: 'illustrative' },
  ...more,
});
const withRule = (made: TermRule, more: Partial<DeadlineRequest>) =>
  deadline(vietnamCalendar, { rules: [made], matter: 'report', step: 'resolve', start: '2026-02-13', ...more });

// Matter, step, remote?, amount, unit: the table of published terms.
const table: [string, string, boolean, number, string][] = [
  ['complaint', 'lodge', false, 90, 'calendar-day'],
  ['complaint', 'accept', false, 10, 'calendar-day'],
  ['complaint', 'resolve-first', false, 30, 'calendar-day'],
  ['complaint', 'resolve-first', true, 45, 'calendar-day'],
  ['complaint', 'lodge-second', false, 30, 'calendar-day'],
  ['complaint', 'lodge-second', true, 45, 'calendar-day'],
  ['complaint', 'resolve-second', false, 45, 'calendar-day'],
  ['complaint', 'resolve-second', true, 60, 'calendar-day'],
  ['complaint', 'send-decision', false, 3, 'working-day'],
  ['denunciation', 'classify', false, 7, 'working-day'],
  ['denunciation', 'transfer', false, 5, 'working-day'],
  ['denunciation', 'answer-forwarder', false, 20, 'calendar-day'],
  ['denunciation', 'notify-acceptance', false, 5, 'working-day'],
  ['denunciation', 'resolve', false, 30, 'calendar-day'],
  ['denunciation', 'publish-conclusion', false, 15, 'calendar-day'],
  ['complaint', 'answer-from-party-head', false, 10, 'working-day'],
  ['petition', 'classify', false, 10, 'working-day'],
];

for (const [matter, step, remote, amount, unit] of table) {
  test(`${matter} ${step}${remote ? ', remote area' : ''}: ${amount} ${unit}`, () => {
    for (const start of ['2026-03-02', '2026-07-01']) {
      const found = ruleInForce(rules, { matter, step, remote }, start);
      assert.deepEqual([found.amount, found.unit, found.remote ?? false], [amount, unit, remote]);
    }
  });
}

test('a remote area falls back to the ordinary rule where there is no other', () => {
  assert.equal(ruleInForce(rules, { matter: 'complaint', step: 'accept', remote: true }, '2026-03-02').amount, 10);
});

test('the rule in force on the day of the event applies, by the local date', () => {
  const basisOf = (step: string, start: string) => due({ matter: 'complaint', step, start }).explanation.rule.basis;
  // Received on 30/6/2026, accepted on 2/7/2026: each step counts from its own event.
  assert.equal(basisOf('accept', '2026-06-30T09:00:00+07:00').confidence, 'from-memory');
  assert.equal(basisOf('resolve-first', '2026-06-30T09:00:00+07:00').to, '2026-06-30');
  assert.equal(basisOf('resolve-first', '2026-07-02T09:00:00+07:00').from, '2026-07-01');
  assert.equal(basisOf('resolve-first', '2026-06-30T16:59:59Z').to, '2026-06-30');
  assert.equal(basisOf('resolve-first', '2026-06-30T17:00:00Z').from, '2026-07-01');
});

test("a province's own rule, appended, wins from its first day", () => {
  const own = rule('working-day', 7, { basis: { title: 'QĐ của tỉnh', from: '2026-08-01', confidence: 'published' } });
  const amountOn = (date: string) => ruleInForce([...rules, own], { matter: 'report', step: 'resolve' }, date).amount;
  assert.deepEqual([amountOn('2026-07-31'), amountOn('2026-08-01')], [10, 7]);
});

test('every preset names its basis; those for reports and proposals are marked as illustrations', () => {
  for (const { id, basis, matter } of [...legalTerms, ...fieldReportTerms]) {
    assert.ok(basis.title, id);
    if ((matter === 'report' || matter === 'proposal') && legalTerms.some((term) => term.id === id)) {
      assert.equal(basis.confidence, 'illustrative', id);
    }
  }
  assert.equal(
    new Set([...legalTerms, ...fieldReportTerms].map(({ id }) => id)).size,
    legalTerms.length + fieldReportTerms.length,
  );
});

test('a term ends at 24:00 of its last day', () => {
  const result = due({ matter: 'denunciation', step: 'classify', start: '2026-02-13T09:00:00+07:00' });
  assert.deepEqual([result.dueDate, result.due, result.provisional], ['2026-03-03', '2026-03-03T17:00:00.000Z', false]);
});

test('an event at 23:30 UTC belongs to the next local day', () => {
  const start = (at: string) => due({ matter: 'report', step: 'resolve', start: at }).explanation.startDate;
  assert.equal(start('2026-03-02T23:30:00Z'), '2026-03-03');
  assert.equal(start('2026-03-02T16:59:59Z'), '2026-03-02');
});

test('roll-over is stated: strict for authorities, rolling for citizens, and the request decides', () => {
  const resolve = { matter: 'complaint', step: 'resolve-first', start: '2026-04-01' };
  assert.equal(due(resolve).dueDate, '2026-05-01');
  const rolled = due({ ...resolve, rollToWorkingDay: true });
  assert.equal(rolled.dueDate, '2026-05-04');
  assert.deepEqual(
    rolled.explanation.rolled.map(({ date, kind }) => [date, kind]),
    [
      ['2026-05-01', 'holiday'],
      ['2026-05-02', 'rest-day'],
      ['2026-05-03', 'rest-day'],
    ],
  );
  // Ninety days from 02/12/2025 end on Monday 02/03/2026; from 30/11/2025 on Saturday 28/02.
  assert.equal(due({ matter: 'complaint', step: 'lodge', start: '2025-11-30' }).dueDate, '2026-03-02');
});

test('each skipped day is named with its reason, and make-up days are named as counted', () => {
  const { explanation } = due({ matter: 'denunciation', step: 'transfer', start: '2026-08-21' });
  assert.deepEqual(
    explanation.makeUpDays.map(({ date }) => date),
    ['2026-08-22'],
  );
  assert.deepEqual(
    explanation.skipped.map(({ date, kind }) => [date, kind]),
    [['2026-08-23', 'rest-day']],
  );
  const tet = due({ matter: 'denunciation', step: 'transfer', start: '2026-02-13' }).explanation.skipped;
  assert.deepEqual(
    tet.filter(({ kind }) => kind === 'holiday').map(({ name }) => name),
    ['Tết Nguyên đán', 'Tết Nguyên đán (mùng 1)', 'Tết Nguyên đán', 'Tết Nguyên đán', 'Tết Nguyên đán'],
  );
});

test('only what rests on days off that are not announced is provisional', () => {
  const provisional = (request: Omit<DeadlineRequest, 'rules'>) => due(request).explanation.provisionalYears;
  assert.deepEqual(provisional({ matter: 'report', step: 'resolve', start: '2026-12-25' }), [2027]);
  assert.deepEqual(provisional({ matter: 'report', step: 'resolve', start: '2026-12-01' }), []);
  // Calendar days do not look at days off at all – unless the end may roll.
  const resolve = { matter: 'complaint', step: 'resolve-first', start: '2026-12-25' };
  assert.deepEqual(provisional(resolve), []);
  assert.deepEqual(provisional({ ...resolve, rollToWorkingDay: true }), [2027]);
});

test('paused days are not counted: the day of the pause is, the day of resumption is not', () => {
  const pause = (from: string, to: string) =>
    withRule(rule('working-day', 10), { start: '2026-03-02', pauses: [{ from, to, reason: 'waiting' }] }).dueDate;
  assert.equal(pause('2026-03-04', '2026-03-04'), '2026-03-16');
  assert.equal(pause('2026-03-04', '2026-03-06'), '2026-03-18');
  assert.equal(pause('2026-03-04T15:00:00+07:00', '2026-03-06T08:00:00+07:00'), '2026-03-18');
  // Before the start, and after the end, nothing is lost.
  assert.equal(pause('2026-02-02', '2026-03-02'), '2026-03-16');
  assert.equal(pause('2026-03-16', '2026-03-20'), '2026-03-16');
});

test('while a pause lasts there is no due date, but what is left is known', () => {
  const {
    due: none,
    dueDate,
    explanation,
  } = withRule(rule('working-day', 10), {
    start: '2026-03-02',
    pauses: [{ from: '2026-03-04', reason: 'waiting' }],
  });
  assert.deepEqual([none, dueDate, explanation.remaining], [null, null, 8]);
  const minutes = withRule(rule('working-minute', 60), {
    start: '2026-03-02T08:00:00+07:00',
    pauses: [{ from: '2026-03-02T08:20:00+07:00', reason: 'waiting' }],
  });
  assert.deepEqual([minutes.due, minutes.explanation.remaining], [null, 40]);
});

test('terms in minutes run round the clock or in office hours', () => {
  const forward = { rules: [...rules, ...fieldReportTerms], matter: 'report', step: 'forward' };
  const night = deadline(vietnamCalendar, { ...forward, start: '2026-02-14T23:58:00+07:00' });
  assert.deepEqual([night.due, night.dueDate], ['2026-02-14T17:03:00.000Z', '2026-02-15']);
  const office = withRule(rule('working-minute', 5), { start: '2026-02-14T23:58:00+07:00' });
  assert.equal(office.due, '2026-02-23T00:35:00.000Z');
  assert.equal(office.explanation.skipped.length, 8);
});

test('a month, and a month with a pause', () => {
  assert.equal(withRule(rule('month', 1), { start: '2026-01-31' }).dueDate, '2026-02-28');
  assert.equal(
    withRule(rule('month', 1), { start: '2026-01-31', pauses: [{ from: '2026-02-10', to: '2026-02-12', reason: 'x' }] })
      .dueDate,
    '2026-03-02',
  );
});

const extension = (decidedAt: string, reasonCodes: string[], amount = 30): Extension => ({
  decidedAt,
  reasonCodes,
  amount,
});
const denunciation = (...extensions: Extension[]) =>
  due({ matter: 'denunciation', step: 'resolve', start: '2026-03-02', extensions });

test('a denunciation: complex once, especially complex twice, by counted reasons', () => {
  assert.equal(denunciation().dueDate, '2026-04-01');
  const once = denunciation(extension('2026-03-30', ['several-places']));
  assert.deepEqual([once.dueDate, once.explanation.extensions[0]?.complexity], ['2026-05-01', 'complex']);
  const twice = denunciation(extension('2026-03-30', ['several-places']), extension('2026-04-28', ['many-people']));
  assert.deepEqual([twice.dueDate, twice.explanation.extensions[1]?.complexity], ['2026-05-31', 'especially-complex']);
});

test('a complaint may take 45 instead of 30 days, 60 in a remote area, 70 for the second in a remote area', () => {
  const longest = (step: string, remote: boolean, amount: number) =>
    due({
      matter: 'complaint',
      step,
      remote,
      start: '2026-03-02',
      extensions: [extension('2026-03-10', ['any'], amount)],
    }).explanation.amount;
  assert.equal(longest('resolve-first', false, 15), 45);
  assert.equal(longest('resolve-first', true, 15), 60);
  assert.equal(longest('resolve-second', false, 15), 60);
  assert.equal(longest('resolve-second', true, 10), 70);
});

const first = extension('2026-03-30', ['several-places']);
const both = extension('2026-03-30', ['several-places', 'many-people']);
const refused: [string, string, () => unknown][] = [
  ['extension-not-allowed', '/request/extensions/0', () => denunciation(extension('2026-03-30', []))],
  [
    'extension-not-allowed',
    '/request/extensions/1',
    () => denunciation(first, extension('2026-04-10', ['several-places'])),
  ],
  ['extension-not-allowed', '/request/extensions/2', () => denunciation(both, both, both)],
  ['extension-too-long', '/request/extensions/0', () => denunciation(extension('2026-03-30', ['several-places'], 31))],
  ['extension-too-late', '/request/extensions/0', () => denunciation(extension('2026-04-02', ['several-places']))],
  ['extension-too-late', '/request/extensions/0', () => denunciation(extension('2026-03-01', ['several-places']))],
  ['unknown-reason', '/request/extensions/0', () => denunciation(extension('2026-03-30', ['because']))],
  ['unknown-reason', '/request/extensions/0', () => denunciation(extension('2026-03-30', ['toString']))],
  [
    'not-an-amount',
    '/request/extensions/0/amount',
    () => denunciation(extension('2026-03-30', ['several-places'], 1.5)),
  ],
  ['not-a-date', '/request/extensions/0/decidedAt', () => denunciation(extension('2026-02-30', ['several-places']))],
  ['no-rule', '/request/step', () => due({ matter: 'complaint', step: 'dance', start: '2026-03-02' })],
  ['no-rule', '/request/step', () => due({ matter: 'complaint', step: 'accept', start: '2012-06-30' })],
  ['not-an-instant', '/request/start', () => withRule(rule('minute', 5), { start: '2026-02-13' })],
  ['not-a-date', '/request/start', () => due({ matter: 'complaint', step: 'accept', start: '2026-02-30' })],
  [
    'not-an-instant',
    '/request/pauses/0/to',
    () => withRule(rule('month', 1), { pauses: [{ from: '2026-03-02', to: 'x', reason: 'y' }] }),
  ],
  [
    'bad-pause',
    '/request/pauses/0',
    () => withRule(rule('month', 1), { pauses: [{ from: '2026-03-02', to: '2026-03-01', reason: 'y' }] }),
  ],
  ['unknown-unit', '/term/unit', () => withRule(rule('week' as 'month', 1), {})],
  ['not-an-amount', '/request/rules/amount', () => withRule(rule('month', Number.NaN), {})],
  ['out-of-range', '/term/amount', () => withRule(rule('month', 1e9), {})],
];

for (const [index, [code, pointer, run]] of refused.entries()) {
  test(`refuses ${index + 1}: ${code} at ${pointer}`, () => {
    assert.throws(run, (error) => {
      assert.ok(isInputError(error));
      assert.deepEqual([error.code, error.pointer], [code, pointer]);
      return true;
    });
  });
}

test('a refused extension quotes what is wrong with it', () => {
  const said = (...extensions: Extension[]) => {
    try {
      return String(denunciation(...extensions).due);
    } catch (error) {
      assert.ok(isInputError(error));
      return error.text.vi;
    }
  };
  assert.equal(
    said(extension('2026-03-30', ['several-places'], 31)),
    'Thời gian gia hạn dài hơn mức quy định cho phép: “31,2026-03-30,several-places”',
  );
  assert.equal(
    said(extension('2026-04-02', ['several-places'])),
    'Đã hết hạn nên không gia hạn được nữa: “30,2026-04-02,several-places”',
  );
  assert.equal(
    said(extension('2026-03-30', ['because'])),
    'Lý do gia hạn không thuộc các lý do mà quy định nêu: “30,2026-03-30,because”',
  );
  assert.equal(
    said(both, both, both),
    'Quy định không cho gia hạn, hoặc không cho gia hạn thêm lần nữa: “30,2026-03-30,several-places,many-people”',
  );
  const { reasonCodes: _, ...without } = first;
  assert.equal(
    said(without as Extension),
    'Quy định không cho gia hạn, hoặc không cho gia hạn thêm lần nữa: “30,2026-03-30”',
  );
});

const someDates = fc
  .integer({ min: 0, max: 60 })
  .map((days) => new Date(Date.UTC(2026, 1, 1 + days)).toISOString().slice(0, 10));
const spans = fc.array(
  fc.tuple(someDates, someDates).map(([a, b]) => ({ from: a < b ? a : b, to: a < b ? b : a, reason: 'waiting' })),
  { maxLength: 3 },
);

test('1,500 random terms with pauses agree with a walk from date to date', () => {
  fc.assert(
    fc.property(
      calendars(),
      someDates,
      fc.nat(30),
      fc.boolean(),
      spans,
      (calendar, start, amount, workingOnly, pauses) => {
        const paused = new Set<string>();
        for (const { from, to } of pauses) for (let date = from; date < to;) paused.add((date = dayAfter(date)));
        const result = deadline(calendar, {
          rules: [rule(workingOnly ? 'working-day' : 'calendar-day', amount)],
          matter: 'report',
          step: 'resolve',
          start,
          pauses,
        });
        assert.equal(result.dueDate, walkTerm(calendar, start, amount, workingOnly, paused));
        // Counted and skipped days together are all the days there are.
        const days = (Date.parse(result.dueDate!) - Date.parse(start)) / 86_400_000;
        assert.equal(result.explanation.skipped.length + amount, days);
      },
    ),
    { numRuns: 1500, seed: 4 },
  );
});

test('a due moment in office hours is exactly its term of working time after the start, pauses left out', () => {
  fc.assert(
    fc.property(calendars(), fc.nat(40_000), fc.nat(3000), spans, (calendar, offset, amount, dates) => {
      const start = new Date(Date.UTC(2026, 1, 1) + offset * 60_000).toISOString();
      const pauses = dates.map(({ from, to, reason }) => ({
        from: `${from}T05:00:00Z`,
        to: `${to}T09:00:00Z`,
        reason,
      }));
      const result = deadline(calendar, {
        rules: [rule('working-minute', amount)],
        matter: 'report',
        step: 'resolve',
        start,
        pauses,
      });
      assert.equal(elapsedWorkingTime(calendar, start, result.due!, { pauses }), amount);
    }),
    { numRuns: 500 },
  );
});

test('the explanation is said in both languages, a sentence a step', () => {
  const result = due({
    matter: 'denunciation',
    step: 'resolve',
    start: '2026-04-01T09:00:00+07:00',
    rollToWorkingDay: true,
    extensions: [extension('2026-04-29', ['several-places', 'many-people']), extension('2026-05-20', [])],
    pauses: [{ from: '2026-04-10', to: '2026-04-14', reason: 'waiting' }],
  });
  assert.deepEqual(explainDeadline(result, 'vi'), [
    'Thụ lý lúc 09:00 ngày 01/04/2026. Ngày này không tính.',
    'Thời hạn giải quyết tố cáo: 30 ngày, theo Điều 30 Luật Tố cáo số 25/2018/QH14.',
    'Gia hạn lần 1, quyết định ngày 29/04/2026: thêm 30 ngày; vụ việc đặc biệt phức tạp: một nội dung phải xác minh từ hai nơi trở lên; nhiều người tố cáo hoặc liên quan đến quyền lợi của nhiều người.',
    'Gia hạn lần 2, quyết định ngày 20/05/2026: thêm 30 ngày; vụ việc đặc biệt phức tạp: một nội dung phải xác minh từ hai nơi trở lên; nhiều người tố cáo hoặc liên quan đến quyền lợi của nhiều người.',
    'Tạm dừng từ 10/04/2026 đến 14/04/2026: waiting.',
    'Không tính 4 ngày tạm dừng: 11/04/2026 (thứ Bảy); 12/04/2026 (Chủ Nhật); 13/04/2026 (thứ Hai); 14/04/2026 (thứ Ba).',
    'Ngày cuối 04/07/2026 là ngày nghỉ nên thời hạn kết thúc vào ngày làm việc tiếp theo; bỏ qua: 04/07/2026 (thứ Bảy); 05/07/2026 (Chủ Nhật).',
    'Hạn cuối: hết ngày 06/07/2026 (thứ Hai).',
    'Tính theo lịch làm việc của cơ quan nhà nước năm 2026.',
  ]);
  assert.equal(explainDeadline(result, 'en').length, 9);
  assert.equal(explainDeadline(result, 'en')[7], 'Due by the end of 06/07/2026 (Monday).');
});

test('the explanation says what is provisional, paused or only an illustration', () => {
  const provisional = due({ matter: 'report', step: 'resolve', start: '2027-02-01' });
  const text = explainDeadline(provisional, 'vi').join('\n');
  assert.match(text, /theo thời hạn minh họa \(chưa phải văn bản ban hành\)/);
  assert.match(text, /Tết Nguyên đán \(dự kiến\)/);
  assert.match(text, /Kết quả tạm tính: lịch nghỉ năm 2027 chưa được công bố/);
  const paused = due({
    matter: 'report',
    step: 'resolve',
    start: '2026-03-02',
    pauses: [{ from: '2026-03-04', reason: 'waiting' }],
  });
  assert.match(explainDeadline(paused, 'vi').join('\n'), /chưa có hạn cuối; thời hạn còn lại: 8 ngày làm việc/);
  assert.match(explainDeadline(paused, 'en').join('\n'), /Paused since 04\/03\/2026, not yet resumed: waiting/);
  const minimum = due({ matter: 'denunciation', step: 'publish-conclusion', start: '2026-03-02' });
  assert.match(explainDeadline(minimum, 'en').join('\n'), /Lasts at least to the end of 17\/03\/2026/);
});

test('what is done and by which text is said as an officer would', () => {
  const said = (step: string, more: Partial<DeadlineRequest> = {}) =>
    explainDeadline(
      deadline(vietnamCalendar, {
        rules: [...legalTerms, ...fieldReportTerms],
        matter: 'report',
        step,
        start: '2026-03-02T09:05:00+07:00',
        ...more,
      }),
      'vi',
    );
  assert.match(said('answer').join('\n'), /^Chuyển đến đơn vị xử lý lúc 09:05 ngày 02\/03\/2026\./);
  assert.match(said('answer').join('\n'), /Thời hạn trả lời phản ánh hiện trường: 5 ngày, theo Quy chế/);
  assert.match(
    said('answer-from-party-head').join('\n'),
    /theo Quy định số 11-QĐi\/TW về trách nhiệm của người đứng đầu cấp ủy trong việc tiếp dân\./,
  );
  assert.match(said('transfer', { matter: 'denunciation' }).join('\n'), /theo khoản 2 Điều 24 Luật Tố cáo số 25\/2018/);
});

test('a result is plain data', () => {
  const result = due({
    matter: 'report',
    step: 'resolve',
    start: '2026-02-10',
    pauses: [{ from: '2026-02-11', to: '2026-02-12', reason: 'x' }],
  });
  assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
});
