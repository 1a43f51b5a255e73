import { caseSteps, innerCaseActions, openCaseStatuses, type CaseAction, type CaseStatus } from './lifecycle.ts';
import { receivingOffice } from './receiving-office.ts';
import { isExtended, timeliness } from './rules.ts';
import type { Case, CaseReceipt, CaseStepTaker, PublicCase, PublicFile } from './schema.ts';

/** One entry of a case's history, as stored by the server. */
export interface CaseHistoryEntry {
  action: CaseAction | 'receive';
  status: CaseStatus;
  at: string;
  /** Absent in histories of before it was recorded. */
  by?: CaseStepTaker | null;
  unitName: string | null;
  /** Meant for the sender: the reason of a refusal, extension or reopening. */
  note: string | null;
  /** A reason meant for the offices alone. */
  innerNote?: string | null;
}

/**
 * Builds what the tracker shows to whoever has the case's code and secret, field by field: a field that is not named here
 * can never be seen. A denunciation shows neither title, text, place, files, notes nor answers, whatever the record holds.
 * @param now - RFC 3339 instant
 * @param officeName - of the office that receives cases
 */
export function publicView(
  record: Omit<Case, 'sender' | 'due' | 'location'>,
  history: readonly CaseHistoryEntry[],
  now: string,
  officeName = receivingOffice.vi,
): PublicCase {
  const sealed = record.kind === 'denunciation';
  return {
    code: record.code,
    kind: record.kind,
    topic: record.topic,
    title: sealed ? '' : record.title,
    content: sealed ? '' : record.content,
    place: {
      provinceCode: sealed ? '' : record.provinceCode,
      communeCode: sealed ? '' : record.communeCode,
      address: sealed ? null : record.address,
    },
    attachments: sealed ? [] : record.attachments.map(publicFile),
    status: record.status,
    receivedAt: record.receivedAt,
    dueAt: record.dueAt,
    dueExplanation: record.dueExplanation,
    dueProvisional: record.dueProvisional,
    timeliness:
      record.answeredAt !== null || openCaseStatuses.includes(record.status)
        ? timeliness(record.dueAt, record.answeredAt, now)
        : null,
    extended: isExtended(record, history.findLast(({ action }) => action === 'reopen')?.at),
    officeName,
    unitName: record.unitName,
    steps: history
      .filter(({ action }) => !innerCaseActions.includes(action))
      .map(({ action, status, at, by = null, unitName, note }) => ({
        action,
        status,
        at,
        by,
        unitName,
        note: sealed ? null : note,
      })),
    answer: sealed ? null : publicAnswer(record.answer),
    earlierTerms: record.earlierTerms.map(({ startedAt, dueAt, extended, answer }) => ({
      startedAt,
      dueAt,
      extended,
      answer: sealed ? null : publicAnswer(answer),
      timeliness: timeliness(dueAt, answer?.at ?? null, now),
    })),
    rating: record.rating,
    actions: caseSteps(record.status, ['sender']).map((step) => step.action as 'rate' | 'reopen'),
  };
}

function publicAnswer(answer: Case['answer']): PublicCase['answer'] {
  if (!answer) return null;
  const { text, at, unitName, solution, attachments } = answer;
  return { text, at, unitName, solution, attachments: attachments.map(publicFile) };
}

function publicFile({ id, name, mediaType, size, uploadedAt }: PublicFile): PublicFile {
  return { id, name, mediaType, size, uploadedAt };
}

/** What the sender of a new case gets, field by field: all that a receipt shows. */
export function receiptView(
  record: Omit<CaseReceipt, 'secret' | 'place' | 'officeName'> & CaseReceipt['place'],
  { secret, officeName = receivingOffice.vi }: { secret: string; officeName?: string },
): CaseReceipt {
  const { code, receivedAt, dueAt, dueExplanation, kind, topic, title, status } = record;
  const { provinceCode, communeCode, address } = record;
  const place = { provinceCode, communeCode, address };
  return { code, secret, receivedAt, dueAt, dueExplanation, kind, topic, title, status, place, officeName };
}
