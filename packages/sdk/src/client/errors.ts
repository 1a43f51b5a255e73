import type { FieldError, ProblemCode } from '../contract/problems.ts';

// A registered symbol is shared by all copies of this package on a page, so that each recognises the errors of the others.
const brand = Symbol.for('dvk.client-error');

/** When a call ran out of time: getting the token, waiting for the response, reading its body, or waiting to retry. */
export type Phase = 'token' | 'headers' | 'body' | 'retry-wait';

export interface ErrorContext {
  /** The operation that failed, e.g. `cases.create`. Never the URL, which may contain the code of a case. */
  operation: string;
  /** How many times the request was sent. */
  attempts: number;
  /** The id that the server gave the last attempt: quote it when you ask for help. */
  requestId?: string | undefined;
}

/**
 * The base class of all errors of a call. `code` is stable and does not depend on the language: a problem code of the
 * contract, or one of `network`, `timeout`, `aborted`, `token`, `decode`, `contract`. An error contains no token, header,
 * URL or request body.
 */
export abstract class ClientError extends Error implements ErrorContext {
  /** Also recognises errors of other copies of this package. */
  static override [Symbol.hasInstance](error: unknown): boolean {
    return isClientError(error) && (this === ClientError || error.name === this.prototype.name);
  }

  abstract readonly code: string;
  readonly operation: string;
  readonly attempts: number;
  readonly requestId: string | undefined;

  constructor(what: string, context: ErrorContext, cause?: unknown) {
    super(`${context.operation}: ${what}`, cause === undefined ? undefined : { cause });
    this.operation = context.operation;
    this.attempts = context.attempts;
    this.requestId = context.requestId;
  }

  get [brand](): true {
    return true;
  }

  /** Safe to log: contains no secret and nothing that a person typed. */
  toJSON(): Record<string, unknown> {
    const { name, code, operation, attempts, requestId } = this;
    return { name, code, operation, attempts, requestId };
  }
}

/**
 * The server refused the request and said why (RFC 9457). Where a gateway or proxy responded in its place, `code` follows
 * from the status, `isForeign` is true, and `excerpt` has the beginning of its response.
 */
export class ProblemError extends ClientError {
  readonly code: ProblemCode;
  readonly status: number;
  /** A short sentence in the language requested, e.g. "Có ô chưa đúng". */
  readonly title: string;
  readonly detail: string | undefined;
  /** The fields that must be corrected, with JSON pointers into the body. */
  readonly errors: readonly FieldError[];
  /** Seconds to wait before trying again, if the server said so. */
  readonly retryAfter: number | undefined;
  /**
   * Something in between responded – a gateway, a firewall, the sign-in page of a network –, not the API: a 404 of it does
   * not mean that there is no record.
   */
  readonly isForeign: boolean;
  /** The first 512 characters of a response that is not a problem document, e.g. the HTML page of a gateway. */
  readonly excerpt: string | undefined;

  constructor(response: Response, data: unknown, retryAfter: number | undefined, context: ErrorContext) {
    // An empty object in place of `null`, so that anything can be looked at.
    const problem = Object(data) as { [K in 'type' | 'title' | 'detail' | 'errors']?: unknown };
    const { status } = response;
    const own = /^urn:dvk:problem:(.+)$/.exec(`${problem.type}`)?.[1];
    const code = own ?? codeOfStatus(status);
    super(`${status} ${code}`, context);
    this.isForeign = own === undefined;
    this.code = code as ProblemCode;
    this.status = status;
    this.title = textOf(problem.title) ?? `HTTP ${status}`;
    this.detail = textOf(problem.detail);
    this.errors = Array.isArray(problem.errors) ? problem.errors.filter(isFieldError) : [];
    this.retryAfter = retryAfter;
    this.excerpt = textOf(data)?.slice(0, 512);
  }

  override toJSON(): Record<string, unknown> {
    const errors = this.errors.map(({ pointer, code }) => ({ pointer, code }));
    return { ...super.toJSON(), status: this.status, retryAfter: this.retryAfter, errors };
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isFieldError(value: unknown): value is FieldError {
  const { pointer, code } = Object(value) as { [K in keyof FieldError]?: unknown };
  return typeof pointer === 'string' && typeof code === 'string';
}

/** The code of a response without a problem document, such as that of a gateway or proxy. */
function codeOfStatus(status: number): ProblemCode {
  const known: Record<number, ProblemCode> = {
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not-found',
    405: 'method-not-allowed',
    409: 'conflict',
    412: 'precondition-failed',
    413: 'payload-too-large',
    415: 'unsupported-media-type',
    429: 'rate-limited',
    500: 'internal-error',
  };
  return known[status] ?? (status < 500 ? 'malformed-request' : 'unavailable');
}

/**
 * No response: there was no connection, or it broke. Whether the request arrived is unknown; a POST with an idempotency
 * key may safely be sent again.
 */
export class NetworkError extends ClientError {
  readonly code = 'network';
}

/** The call took longer than `timeout`, or its last attempt longer than `attemptTimeout`. */
export class TimeoutError extends ClientError {
  readonly code = 'timeout';
  readonly phase: Phase;

  constructor(phase: Phase, context: ErrorContext, cause?: unknown) {
    super(`out of time (${phase})`, context, cause);
    this.phase = phase;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), phase: this.phase };
  }
}

/** The `signal` of the call was aborted; `cause` is its reason. */
export class AbortError extends ClientError {
  readonly code = 'aborted';
}

/** `getToken` failed, and `cause` is its error; or it returned what no header may contain. The request was not sent. */
export class TokenError extends ClientError {
  readonly code = 'token';
}

/** The request succeeded, but the response is not that of the API: not JSON, incomplete, or of something in between. */
export class DecodeError extends ClientError {
  readonly code = 'decode';
}

/** A request or response does not match the contract. Only with the `validate` option, and for a list whose pages cannot be followed. */
export class ContractError extends ClientError {
  readonly code = 'contract';
  /** What is wrong: JSON pointers with codes, no values. */
  readonly faults: readonly Fault[];

  constructor(what: string, faults: readonly Fault[], context: ErrorContext) {
    super(`${what} ${faults.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')}`, context);
    this.faults = faults;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), faults: this.faults };
  }
}

/** A place where a value does not match the contract. */
export type Fault = Pick<FieldError, 'pointer' | 'code' | 'params'>;

// Minifiers rename classes, so the names are set by hand; on the prototypes, so that they are not properties of each error.
for (const [name, type] of Object.entries({
  ProblemError,
  NetworkError,
  TimeoutError,
  AbortError,
  TokenError,
  DecodeError,
  ContractError,
}))
  Object.defineProperty(type.prototype, 'name', { value: name });

/** Whether this is an error of a call, also of another copy of this package; with `code`, whether it is that one. */
export function isClientError(error: unknown, code?: string): error is ClientError {
  return error instanceof Error && brand in error && (!code || (error as ClientError).code === code);
}

/**
 * Whether the server refused the request; with `code`, whether for that reason. Works across copies of this package.
 *
 * @example
 * try { await client.models.update(…) } catch (error) { if (isProblem(error, 'precondition-failed')) reload(); else throw error; }
 */
export function isProblem(error: unknown, code?: ProblemCode): error is ProblemError {
  return isClientError(error, code) && error.name === 'ProblemError';
}
