import { deadline, explainDeadline, legalTerms, vietnamCalendar } from '@dvk/sdk/calendar';
import { caseSteps, checkCaseStep, publicView, type CaseAction, type CaseKind } from '@dvk/sdk/cases';
import type { Session } from '@dvk/sdk/session';
import { fold, formatDate, parseCode } from '@dvk/sdk/text';
import { problem, type Reply } from '@dvk/sdk/testing';
import { units } from './library.ts';
import type { Answers, CaseFile, Province } from './province.ts';

/** The secret is not the letters of one person's birthday: four groups of letters that are not mistaken. */
function newSecret(): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const random = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => letters[byte % letters.length]);
  return random.join('').replaceAll(/(.{4})(?=.)/g, '$1-');
}

const endOfDay = (date: string) => new Date(`${date}T23:59:59.999+07:00`).toISOString();

function dueFrom(matter: CaseKind, start: string) {
  const due = deadline(vietnamCalendar, { rules: legalTerms, matter, step: 'resolve', start });
  const english = explainDeadline(due, 'en');
  return {
    dueAt: endOfDay(due.dueDate!),
    dueExplanation: explainDeadline(due, 'vi').map((vi, at) => ({ vi, en: english[at]! })),
    dueProvisional: due.provisional,
  };
}

/** What a step changes besides the state. */
function effectOf(
  { action, answer, until, unitId }: { action: CaseAction; answer?: string; until?: string; unitId?: string },
  before: CaseFile,
  now: string,
): Partial<CaseFile> {
  switch (action) {
    case 'assign':
      return { unitId: unitId!, unitName: units.find(({ id }) => id === unitId)!.name };
    case 'extend':
      return {
        dueAt: endOfDay(until!),
        dueExplanation: [
          ...before.dueExplanation,
          { vi: `Gia hạn đến hết ngày ${formatDate(until!)}.`, en: `Extended to the end of ${formatDate(until!)}.` },
        ],
        extensions: [...before.extensions, { until: until!, reason: '', at: now }],
      };
    case 'answer':
      return {
        answer: { text: answer!, at: now, unitName: before.unitName ?? 'Bộ phận tiếp nhận' },
        answeredAt: now,
      };
    case 'reopen':
      return { ...dueFrom(before.kind, now), answeredAt: null, reopenCount: before.reopenCount + 1 };
    default:
      return {};
  }
}

const shownTo = ({ roles }: Session, file: CaseFile): CaseFile => ({
  ...file,
  sender: roles.includes('secretariat') ? file.sender : null,
});

/** Reports and proposals: sent, handled, followed. */
export function caseAnswers(province: Province): Answers {
  const { cases } = province;

  /** Takes a step if the table allows it, and writes it into the history. */
  const step = (
    before: CaseFile,
    actors: Parameters<typeof caseSteps>[1],
    input: Parameters<typeof checkCaseStep>[1],
    more: Partial<CaseFile> = {},
  ): { changes: Partial<CaseFile> } | { refusal: Reply } => {
    const found = caseSteps(before.status, actors).find(({ action }) => action === input.action);
    if (!found) return { refusal: problem('transition-not-allowed') };
    const errors = checkCaseStep(found, input);
    if (errors.length > 0) return { refusal: problem('validation-failed', { errors }) };
    const now = province.now();
    const effect = effectOf(input as Parameters<typeof effectOf>[0], before, now);
    const { unitName = before.unitName } = effect;
    const note = input.reason ?? null;
    const entry = { action: found.action, status: found.to, at: now, unitName, note };
    return {
      changes: { ...effect, ...more, status: found.to, statusReason: note, history: [...before.history, entry] },
    };
  };

  /** A step of the sender, who proves it with code and secret. */
  const bySender = (
    { params, headers }: { params: { code: string }; headers: { 'case-secret': string } },
    input?: Parameters<typeof checkCaseStep>[1],
    more?: Partial<CaseFile>,
  ) => {
    const code = parseCode(params.code)?.code;
    const file = [...cases.values()].find((each) => each.code === code && each.secret === headers['case-secret']);
    if (!file) return problem('not-found');
    const outcome = input && step(file, ['sender'], input, more);
    if (outcome && 'refusal' in outcome) return outcome.refusal;
    const latest = outcome ? province.change(cases, file.id, outcome.changes) : file;
    return publicView(latest, latest.history, province.now());
  };

  return {
    cases: {
      create: ({ body }) => {
        const { attachments, consent: _, consentVersion: __, senderName, senderPhone, senderEmail, ...entered } = body;
        const now = province.now();
        const id = crypto.randomUUID();
        const contact = { name: senderName ?? null, phone: senderPhone ?? null, email: senderEmail ?? null };
        const file: CaseFile = {
          ...entered,
          ...dueFrom(body.kind, now),
          id,
          code: province.newCode(body.kind === 'report' ? 'PA' : 'KN'),
          secret: newSecret(),
          channel: 'web',
          address: body.address ?? null,
          sender: Object.values(contact).some(Boolean) ? contact : null,
          status: 'received',
          statusReason: null,
          unitId: null,
          unitName: null,
          receivedAt: now,
          extensions: [],
          answer: null,
          answeredAt: null,
          rating: null,
          reopenCount: 0,
          attachments: province.filesOf(attachments),
          history: [{ action: 'receive', status: 'received', at: now, unitName: null, note: null }],
          updatedAt: now,
          etag: '"v1"',
        };
        cases.set(id, file);
        return file;
      },
      track: (call) => bySender(call),
      rate: (call) => bySender(call, { action: 'rate' }, { rating: call.body }),
      reopen: (call) => bySender(call, { action: 'reopen', reason: call.body.reason }),
      list: ({ query: { q = '', status } }) => ({
        items: [...cases.values()].filter(
          (file) => (!status || file.status === status) && fold(`${file.code} ${file.title}`).includes(fold(q)),
        ),
        nextCursor: null,
      }),
      get: ({ params, request }) => {
        const file = cases.get(params.id);
        return file ? shownTo(province.sessionOf(request), file) : problem('not-found');
      },
      transition: (call) => {
        const session = province.sessionOf(call.request);
        const answer = province.changeFor(cases, call, (before) => step(before, session.roles, call.body));
        return 'code' in answer ? shownTo(session, answer) : answer;
      },
    },
  };
}
