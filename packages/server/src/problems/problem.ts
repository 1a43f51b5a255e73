import { randomUUID } from 'node:crypto';
import {
  describeFieldError,
  problems,
  problemType,
  type FieldIssue,
  type Problem,
  type ProblemCode,
} from '@dvk/sdk/contract';
import type { Bilingual } from '@dvk/sdk/errors';
import { isStorageFull } from '../database/index.ts';
import type { Locale } from './locale.ts';

interface ProblemExtras {
  /** One more sentence for the person who asked. */
  detail?: Bilingual;
  /** The fields to correct. */
  issues?: readonly FieldIssue[];
  headers?: Readonly<Record<string, string>>;
  /** What went wrong behind a failure of ours; for the log alone. */
  cause?: unknown;
  /** Why somebody was refused, without personal data; for the log alone. */
  reason?: string;
}

/** Thrown anywhere on the way of a request; answered as `application/problem+json`. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(problems[code].en, { cause: extras.cause });
    this.code = code;
    this.extras = extras;
  }
}

/**
 * The refusal of somebody not signed in, or not well enough: it says how to, as every 401 must.
 *
 * @param reason for the log alone: whoever tries tokens must not learn what is wrong with them
 */
export function signInNeeded(reason: string, parameter = ''): HttpProblem {
  return new HttpProblem('unauthenticated', {
    headers: { 'www-authenticate': `Bearer ${parameter}`.trim() },
    reason,
  });
}

const noRoom: Bilingual = {
  vi: 'Máy chủ đã hết chỗ lưu, nên chưa ghi được gì. Vui lòng thử lại sau ít phút.',
  en: 'The server has no room left to store anything; nothing was written. Please try again in a few minutes.',
};

/** The answer while the database or the file storage cannot be used; it is no fault of whoever asks. */
export function unavailable(cause: unknown): HttpProblem {
  const full = isStorageFull(cause);
  // Somebody has to make room; a connection is mostly there again at once.
  const headers = { 'retry-after': full ? '30' : '2' };
  return new HttpProblem('unavailable', { headers, cause, ...(full && { detail: noRoom }) });
}

/** Refuses a request for the fields named, if any. */
export function refuseFields(issues: readonly FieldIssue[]): void {
  if (issues.length > 0) throw new HttpProblem('validation-failed', { issues });
}

/** The answer to whatever was thrown; what is not ours to show becomes `internal-error`. */
export function problemResponse(thrown: unknown, locale: Locale, requestId: string): Response {
  const problem = thrown instanceof HttpProblem ? thrown : new HttpProblem('internal-error');
  const { status, ...title } = problems[problem.code];
  const body: Problem = {
    type: problemType(problem.code),
    title: title[locale],
    status,
    instance: `urn:uuid:${requestId}`,
  };
  if (problem.extras.detail) body.detail = problem.extras.detail[locale];
  if (problem.extras.issues) {
    body.errors = problem.extras.issues.map((issue) => ({
      ...issue,
      detail: describeFieldError(issue.code, issue.params, locale),
    }));
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': locale,
      'cache-control': 'no-store',
      ...problem.extras.headers,
    },
  });
}

/** The answer to what never reached a route, in Vietnamese: nobody's language is known. */
export function refusal(problem: HttpProblem): Response {
  const requestId = randomUUID();
  const response = problemResponse(problem, 'vi', requestId);
  response.headers.set('x-request-id', requestId);
  response.headers.set('x-content-type-options', 'nosniff');
  return response;
}
