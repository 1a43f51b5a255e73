import { caseSteps, openCaseStatuses, type CaseAction, type CaseStatus } from './lifecycle.ts';
import { isExtended, timeliness } from './rules.ts';
import type { Case, PublicCase } from './schema.ts';

/** One entry of a case's history, as stored by the server. */
export interface CaseHistoryEntry {
  action: CaseAction | 'receive';
  status: CaseStatus;
  at: string;
  unitName: string | null;
  /** Meant for the sender: the reason of a refusal, extension or reopening. */
  note: string | null;
}

/**
 * Builds what the tracker shows, field by field: a field that is not named here can never be seen. A denunciation shows
 * neither title, notes nor answer, whatever the record holds.
 * @param now - RFC 3339 instant
 */
export function publicView(
  record: Omit<Case, 'sender' | 'due'>,
  history: readonly CaseHistoryEntry[],
  now: string,
): PublicCase {
  const sealed = record.kind === 'denunciation';
  return {
    code: record.code,
    kind: record.kind,
    topic: record.topic,
    title: sealed ? '' : record.title,
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
    unitName: record.unitName,
    steps: history.map(({ action, status, at, unitName, note }) => ({
      action,
      status,
      at,
      unitName,
      note: sealed ? null : note,
    })),
    answer:
      sealed || !record.answer
        ? null
        : { text: record.answer.text, at: record.answer.at, unitName: record.answer.unitName },
    rating: record.rating,
    actions: caseSteps(record.status, ['sender']).map((step) => step.action as 'rate' | 'reopen'),
  };
}
