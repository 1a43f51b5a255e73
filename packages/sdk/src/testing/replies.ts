import { delay } from 'msw';
import { describeFieldError } from '../contract/field-errors.ts';
import { problems, problemType, type Problem, type ProblemCode } from '../contract/problems.ts';
import type { FieldIssue } from '../contract/field-errors.ts';

export interface ReplyOptions {
  headers?: Readonly<Record<string, string>>;
  /** Sent as `ETag`. Data with an `etag` field needs none. */
  etag?: string;
}

/** A response with more than data. */
export type Reply =
  | ({ kind: 'data'; data: unknown } & ReplyOptions)
  | { kind: 'problem'; problem: Problem; headers: Readonly<Record<string, string>> }
  | { kind: 'offline' };

// Distinguished from plain data by identity, so that no field name is reserved.
const replies = new WeakSet<object>();

function mark<R extends Reply>(made: R): R {
  replies.add(made);
  return made;
}

export function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && replies.has(value);
}

/** Data with headers. */
export function reply(data: unknown, options: ReplyOptions = {}): Reply {
  return mark({ kind: 'data', data, ...options });
}

export interface ProblemOptions {
  detail?: string;
  /** Fields to correct; their sentences come from the catalogue. */
  errors?: readonly FieldIssue[];
  /** Seconds, sent as `Retry-After`. */
  retryAfter?: number;
  locale?: 'vi' | 'en';
}

/**
 * A problem response as the server sends it.
 *
 * @example toMsw(api, '', {models: {update: problem('precondition-failed')}})
 */
export function problem(code: ProblemCode, { detail, errors, retryAfter, locale = 'vi' }: ProblemOptions = {}): Reply {
  const { status } = problems[code];
  return mark({
    kind: 'problem',
    problem: {
      type: problemType(code),
      title: problems[code][locale],
      status,
      ...(detail !== undefined && { detail }),
      ...(errors && {
        errors: errors.map((error) => ({ ...error, detail: describeFieldError(error.code, error.params, locale) })),
      }),
    },
    headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  });
}

/** No network: the request fails without a response. */
export function offline(): Reply {
  return mark({ kind: 'offline' });
}

/**
 * Puts a wait before a resolver, in milliseconds; `'infinite'` for a response that never comes.
 *
 * @example toMsw(api, '', {models: {list: later(2000, () => ({items: [], nextCursor: null}))}})
 */
export function later<Q, A>(
  wait: number | 'infinite',
  resolve: (request: Q) => A | Promise<A>,
): (request: Q) => Promise<A> {
  return async (request) => {
    await delay(wait);
    return resolve(request);
  };
}
