import { daysOff } from '../calendar/terms.ts';
import type { WorkCalendar } from '../calendar/types.ts';
import { dateInVietnam } from '../text/dates.ts';
import { termStart, timeLeftOf } from './due-date.ts';
import type { CaseHistoryEntry } from './history-entry.ts';
import { caseSteps, innerCaseActions, openCaseStatuses } from './lifecycle.ts';
import { receivingOffice } from './receiving-office.ts';
import { isExtended, timeliness } from './rules.ts';
import type { Case, CaseReceipt, PublicCase, PublicFile } from './schema.ts';

/** What a public view needs beside the record. */
export interface PublicViewOptions {
  /** RFC 3339 instant. */
  now: string;
  /** What the due date was computed with. */
  calendar: WorkCalendar;
  /** With so many working days left, or fewer, it is due soon. */
  soonDays?: number | undefined;
  /** Of the office that receives cases. */
  officeName?: string;
  /** Whether it is linked to whoever asks. */
  linked?: boolean;
}

/**
 * Builds what the tracker shows to whoever has the case's code and secret, field by field: a field that is not named here
 * can never be seen. A denunciation shows neither title, text, place, files, notes nor answers, whatever the record holds.
 */
export function publicView(
  record: Omit<Case, 'sender' | 'due' | 'location'>,
  history: readonly CaseHistoryEntry[],
  { now, calendar, soonDays, officeName = receivingOffice.vi, linked = false }: PublicViewOptions,
): PublicCase {
  const sealed = record.kind === 'denunciation';
  const startedAt = termStart(record, history);
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
    due: timeLeftOf(record, { calendar, ...(soonDays !== undefined && { soonDays }) }, now),
    termStartedAt: startedAt,
    daysOff: daysOff(calendar, dateInVietnam(startedAt), dateInVietnam(record.dueAt)),
    timeliness:
      record.answeredAt !== null || openCaseStatuses.includes(record.status)
        ? timeliness(record.dueAt, record.answeredAt, now)
        : null,
    extended: isExtended(record, startedAt),
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
    linked,
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
