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

/** Thrown anywhere while a request is handled; becomes an `application/problem+json` response. */
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
 * 401 for somebody who is not signed in or whose token is not accepted, with the `WWW-Authenticate` that every 401 must have.
 *
 * @param reason for the log alone: whoever tries tokens must not learn what is wrong with them
 */
export function signInNeeded(reason: string, parameter = '', detail?: Bilingual): HttpProblem {
  return new HttpProblem('unauthenticated', {
    headers: { 'www-authenticate': `Bearer ${parameter}`.trim() },
    reason,
    ...(detail && { detail }),
  });
}

const noRoom: Bilingual = {
  vi: 'Máy chủ đã hết chỗ lưu, nên chưa ghi được gì. Vui lòng thử lại sau ít phút.',
  en: 'The server has no room left to store anything; nothing was written. Please try again in a few minutes.',
};

/** 503 while the database or the file storage cannot be used. */
export function unavailable(cause: unknown): HttpProblem {
  const full = isStorageFull(cause);
  // Freeing disk space takes an administrator; a lost connection usually comes back at once.
  const headers = { 'retry-after': full ? '30' : '2' };
  return new HttpProblem('unavailable', { headers, cause, ...(full && { detail: noRoom }) });
}

/** Refuses a request for the fields named, if any. */
export function refuseFields(issues: readonly FieldIssue[]): void {
  if (issues.length > 0) throw new HttpProblem('validation-failed', { issues });
}

/** The response to anything thrown; errors that are no `HttpProblem` become `internal-error`. */
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

/** The response to a request that reached no route, in Vietnamese: its language is not known. */
export function refusal(problem: HttpProblem): Response {
  const requestId = randomUUID();
  const response = problemResponse(problem, 'vi', requestId);
  response.headers.set('x-request-id', requestId);
  response.headers.set('x-content-type-options', 'nosniff');
  return response;
}
