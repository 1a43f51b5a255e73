import { dueClasses, legalTerms, vietnamCalendar } from '@dvk/sdk/calendar';
import {
  applyCaseStep,
  applySubmission,
  casePolicy,
  cases as operations,
  caseStatuses,
  caseStepEvents,
  publicView,
  receiptView,
  suggestUnit,
  timeLeftOf,
  visibleCase,
  type Case,
  type CaseActor,
  type CaseStepInput,
} from '@dvk/sdk/cases';
import type { HistoryEvent, ReceivedOf } from '@dvk/sdk/contract';
import { isRefused, type Outcome } from '@dvk/sdk/lifecycle';
import { fold, parseCode } from '@dvk/sdk/text';
import type { Unit } from '@dvk/sdk/units';
import { problem } from '@dvk/sdk/testing';
import { units } from './library.ts';
import { countBy, isChosen } from './listing.ts';
import { refusal, type Handlers, type CaseFile, type ProvinceRecords } from './records.ts';

/** A request of a sender. */
interface SenderCall {
  params: { code: string };
  headers: { 'case-secret'?: string | undefined };
  request: Request;
}
type Filters = ReceivedOf<typeof operations.counts>['query'];

const newestFirst = (a: Case, b: Case) => (a.receivedAt > b.receivedAt ? -1 : 1);
const dueFirst = (a: Case, b: Case) => {
  if (a.due && b.due) return a.dueAt < b.dueAt ? -1 : 1;
  return a.due ? -1 : b.due ? 1 : newestFirst(a, b);
};

const roleOf = { sender: 'sender', office: 'secretariat', unit: 'unit-officer' } as const;

/** What happened to a case, as the server tells it from its events. */
function historyOf({ history }: CaseFile): HistoryEvent[] {
  const events = history.map(({ action, status, at, by, unitName, note, innerNote }, index) => ({
    sequence: index + 1,
    kind: action === 'receive' ? 'case.received' : caseStepEvents[action],
    at,
    by: { roles: by ? [roleOf[by]] : [], unitId: null, unitName: by === 'unit' ? unitName : null, self: false },
    from: history[index - 1]?.status ?? null,
    to: status,
    unitName,
    reason: note ?? innerNote ?? null,
  }));
  return events.reverse();
}

const deadlines = { calendar: vietnamCalendar, terms: legalTerms };

/** Four groups of random letters and digits, without those that are easily confused. */
function newSecret(): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const random = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => letters[byte % letters.length]);
  return random.join('').replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** Handlers for reports and proposals: sending, handling, tracking. */
export function caseHandlers(province: ProvinceRecords): Handlers {
  const { cases } = province;
  const collection = { records: cases, policy: casePolicy };

  /** Takes a step and adds it to the history. */
  const step = (
    before: CaseFile,
    { attachments, ...input }: CaseStepInput & { attachments?: string[] | undefined },
    actors: readonly CaseActor[],
  ): Outcome<Partial<CaseFile>, unknown> => {
    const unit = units.find(({ id }) => id === input.unitId);
    const outcome = applyCaseStep(before, input, {
      actors,
      now: province.now(),
      unit,
      deadlines,
      history: before.history,
    });
    if (isRefused(outcome)) return outcome;
    const { changes, event, entry } = outcome;
    const { answer, earlierTerms, ...others } = changes;
    return {
      changes: {
        ...others,
        ...(answer && { answer: { ...answer, attachments: province.filesOf(attachments) } }),
        ...(earlierTerms && {
          earlierTerms: [...before.earlierTerms, { ...earlierTerms.at(-1)!, answer: before.answer }],
        }),
        history: [...before.history, entry],
      },
      event,
    };
  };

  /** The case of a sender, by its code and secret, or of who is signed in and has linked it. */
  const sendersCase = ({ params, headers, request }: SenderCall): CaseFile | undefined => {
    const code = parseCode(params.code)?.code;
    const secret = headers['case-secret'];
    const { subject } = province.sessionOf(request);
    return [...cases.values()].find(
      (each) =>
        each.code === code && (secret === undefined ? subject && each.owner === subject : each.secret === secret),
    );
  };

  /** The case of a sender, after an optional step. */
  const bySender = ({ params, headers, request }: SenderCall, input?: CaseStepInput) => {
    const file = sendersCase({ params, headers, request });
    if (!file) return problem('not-found');
    const outcome = input && step(file, input, ['sender']);
    if (outcome && isRefused(outcome)) return refusal(outcome);
    const latest = outcome ? province.change(cases, file.id, outcome.changes) : file;
    const linked = Boolean(latest.owner) && latest.owner === province.sessionOf(request).subject;
    return publicView(latest, latest.history, { now: province.now(), calendar: vietnamCalendar, linked });
  };

  /** A case as whoever asks may see it, with what is left of its term now. */
  const seenBy = ({ request }: { request: Request }, file: CaseFile): CaseFile => ({
    ...visibleCase(file, province.sessionOf(request)),
    due: timeLeftOf(file, { calendar: vietnamCalendar }, province.now()),
  });

  /** The cases that whoever asks may see, by the filters that are not counted. */
  const filesOf = ({ q = '', kind, topic, unitId, communeCode }: Filters, request: Request): CaseFile[] =>
    [...cases.values()]
      .filter(
        (file) =>
          casePolicy.maySee(file, province.sessionOf(request)) &&
          isChosen(file.kind, kind) &&
          isChosen(file.topic, topic) &&
          isChosen(file.unitId, unitId) &&
          isChosen(file.communeCode, communeCode) &&
          fold(`${file.code} ${file.title}`).includes(fold(q)),
      )
      .map((file) => seenBy({ request }, file));

  /** What a unit has answered of the topic of a case. */
  const experienceOf = (unit: Unit, { topic, communeCode }: CaseFile) => {
    const answered = [...cases.values()].filter(
      (each) => each.unitId === unit.id && each.topic === topic && each.answeredAt !== null,
    );
    return {
      ...unit,
      answered: answered.length,
      answeredHere: answered.filter((each) => each.communeCode === communeCode).length,
      onTime: answered.filter(({ answeredAt, dueAt }) => answeredAt! <= dueAt).length,
    };
  };

  return {
    cases: {
      create: ({ body, request }) => {
        const now = province.now();
        const id = crypto.randomUUID();
        const code = province.newCode(body.kind === 'report' ? 'PA' : 'KN');
        const { changes, sender, entry } = applySubmission(body, { code, now, deadlines });
        const file: CaseFile = {
          ...changes,
          answer: null,
          earlierTerms: [],
          id,
          code,
          secret: newSecret(),
          owner: body.linked ? province.sessionOf(request).subject : null,
          sender,
          due: null,
          attachments: province.filesOf(body.attachments),
          history: [entry],
          notes: [],
          updatedAt: now,
          etag: '"v1"',
        };
        cases.set(id, file);
        return receiptView(file, file);
      },
      track: (call) => bySender(call),
      mine: ({ request }) => {
        const { subject } = province.sessionOf(request);
        const items = [...cases.values()].filter(({ owner }) => owner && owner === subject);
        return { items: items.sort(newestFirst).map((file) => seenBy({ request }, file)), nextCursor: null };
      },
      link: (call) => {
        const file = sendersCase(call);
        if (!file) return problem('not-found');
        cases.set(file.id, { ...file, owner: call.body.linked ? province.sessionOf(call.request).subject : null });
        return undefined;
      },
      rate: (call) => bySender(call, { action: 'rate', rating: call.body }),
      reopen: (call) => bySender(call, { action: 'reopen', reason: call.body.reason }),
      list: ({ query, request }) => ({
        items: filesOf(query, request)
          .filter(({ status, due }) => isChosen(status, query.status) && isChosen(due?.class, query.due))
          .sort(query.sort === 'newest' ? newestFirst : dueFirst),
        nextCursor: null,
      }),
      counts: ({ query, request }) =>
        countBy(
          filesOf(query, request),
          {
            status: { values: caseStatuses, of: ({ status }) => status, chosen: query.status },
            due: { values: dueClasses, of: ({ due }) => due?.class, chosen: query.due },
          },
          province.now(),
        ),
      get: (call) => {
        const file = province.find(collection, call);
        return file ? seenBy(call, file) : problem('not-found');
      },
      history: (call) => {
        const file = province.find(collection, call);
        return file ? { items: historyOf(file), nextCursor: null } : problem('not-found');
      },
      suggestUnit: (call) => {
        const file = province.find(collection, call);
        if (!file) return problem('not-found');
        const sentBack = file.history.flatMap(({ action, at, unitName }) => {
          const unit = units.find(({ name }) => name === unitName);
          return action === 'send-back' && unit ? [{ unitId: unit.id, name: unit.name, at }] : [];
        });
        return {
          suggestion: suggestUnit(
            file,
            units.map((unit) => experienceOf(unit, file)),
            sentBack,
          ),
        };
      },
      notes: (call) => {
        const file = province.find(collection, call);
        return file ? { items: file.notes, nextCursor: null } : problem('not-found');
      },
      addNote: (call) => {
        const file = province.find(collection, call);
        if (!file) return problem('not-found');
        const { roles, unitId, name } = province.sessionOf(call.request);
        const unitName = units.find(({ id }) => id === unitId)?.name ?? null;
        const by = { roles, unitId, unitName, self: true, name };
        const note = { id: crypto.randomUUID(), at: province.now(), by, text: call.body.text };
        cases.set(file.id, { ...file, notes: [note, ...file.notes] });
        return note;
      },
      transition: (call) => {
        const result = province.changeFor(collection, call, (before, roles) => step(before, call.body, roles));
        return 'history' in result ? seenBy(call, result) : result;
      },
    },
  };
}
