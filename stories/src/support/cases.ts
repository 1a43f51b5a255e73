import { legalTerms, vietnamCalendar } from '@dvk/sdk/calendar';
import {
  applyCaseStep,
  applySubmission,
  casePolicy,
  publicView,
  visibleCase,
  type CaseActor,
  type CaseStepInput,
} from '@dvk/sdk/cases';
import { isRefused, type Outcome } from '@dvk/sdk/lifecycle';
import { fold, parseCode } from '@dvk/sdk/text';
import { problem } from '@dvk/sdk/testing';
import { units } from './library.ts';
import { refusal, type Handlers, type CaseFile, type ProvinceRecords } from './records.ts';

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
          attachments: province.filesOf(body.attachments),
          history: [entry],
          updatedAt: now,
          etag: '"v1"',
        };
        cases.set(id, file);
        return file;
      },
      track: (call) => bySender(call),
      rate: (call) => bySender(call, { action: 'rate', rating: call.body }),
      reopen: (call) => bySender(call, { action: 'reopen', reason: call.body.reason }),
      list: ({ query: { q = '', status }, request }) => ({
        items: [...cases.values()].filter(
          (file) =>
            casePolicy.maySee(file, province.sessionOf(request)) &&
            (!status || file.status === status) &&
            fold(`${file.code} ${file.title}`).includes(fold(q)),
        ),
        nextCursor: null,
      }),
      get: (call) => {
        const file = province.find(collection, call);
        return file ? visibleCase(file, province.sessionOf(call.request)) : problem('not-found');
      },
      transition: (call) => {
        const result = province.changeFor(collection, call, (before, roles) => step(before, call.body, roles));
        return 'history' in result ? visibleCase(result, province.sessionOf(call.request)) : result;
      },
    },
  };
}
