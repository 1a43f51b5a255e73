import { dueClasses, legalTerms, vietnamCalendar } from '@dvk/sdk/calendar';
import {
  applyCaseStep,
  applySubmission,
  casePolicy,
  cases as operations,
  caseStatuses,
  publicView,
  receiptView,
  timeLeftOf,
  visibleCase,
  type Case,
  type CaseActor,
  type CaseStepInput,
} from '@dvk/sdk/cases';
import type { ReceivedOf } from '@dvk/sdk/contract';
import { isRefused, type Outcome } from '@dvk/sdk/lifecycle';
import { fold, parseCode } from '@dvk/sdk/text';
import { problem } from '@dvk/sdk/testing';
import { units } from './library.ts';
import { countBy, isChosen } from './listing.ts';
import { refusal, type Handlers, type CaseFile, type ProvinceRecords } from './records.ts';

type Filters = ReceivedOf<typeof operations.counts>['query'];

const newestFirst = (a: Case, b: Case) => (a.receivedAt > b.receivedAt ? -1 : 1);
const dueFirst = (a: Case, b: Case) => {
  if (a.due && b.due) return a.dueAt < b.dueAt ? -1 : 1;
  return a.due ? -1 : b.due ? 1 : newestFirst(a, b);
};

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
    input: CaseStepInput,
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
    return { changes: { ...changes, history: [...before.history, entry] }, event };
  };

  /** The case of a sender, who identifies it by code and secret, after an optional step. */
  const bySender = (
    { params, headers }: { params: { code: string }; headers: { 'case-secret': string } },
    input?: CaseStepInput,
  ) => {
    const code = parseCode(params.code)?.code;
    const file = [...cases.values()].find((each) => each.code === code && each.secret === headers['case-secret']);
    if (!file) return problem('not-found');
    const outcome = input && step(file, input, ['sender']);
    if (outcome && isRefused(outcome)) return refusal(outcome);
    const latest = outcome ? province.change(cases, file.id, outcome.changes) : file;
    return publicView(latest, latest.history, province.now());
  };

  /** A case as whoever asks may see it, with what is left of its term now. */
  const seenBy = ({ request }: { request: Request }, file: CaseFile): CaseFile => ({
    ...visibleCase(file, province.sessionOf(request)),
    due: timeLeftOf(file, vietnamCalendar, province.now()),
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

  return {
    cases: {
      create: ({ body }) => {
        const now = province.now();
        const id = crypto.randomUUID();
        const code = province.newCode(body.kind === 'report' ? 'PA' : 'KN');
        const { changes, sender, entry } = applySubmission(body, { code, now, deadlines });
        const file: CaseFile = {
          ...changes,
          id,
          code,
          secret: newSecret(),
          sender,
          due: null,
          attachments: province.filesOf(body.attachments),
          history: [entry],
          updatedAt: now,
          etag: '"v1"',
        };
        cases.set(id, file);
        return receiptView(file, file);
      },
      track: (call) => bySender(call),
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
      transition: (call) => {
        const result = province.changeFor(collection, call, (before, roles) => step(before, call.body, roles));
        return 'history' in result ? seenBy(call, result) : result;
      },
    },
  };
}
