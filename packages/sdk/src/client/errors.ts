import type { FieldError, ProblemCode } from '../contract/problems.ts';

// A registered symbol, so that an error made by another copy of this package on the same page is known as ours.
const brand = Symbol.for('dvk.client-error');

/** Where the time ran out: asking for the token, waiting for the answer's head, reading its body, waiting to try again. */
export type Phase = 'token' | 'headers' | 'body' | 'retry-wait';

export interface ErrorContext {
  /** The operation that failed, e.g. `cases.create`. Never an address: addresses carry codes. */
  operation: string;
  /** How many times it was sent. */
  attempts: number;
  /** The server's id of the last request: quote it when asking for help. */
  requestId?: string | undefined;
}

/**
 * What every call can fail with. `code` is stable and language-neutral; it is a problem code of the contract, or one of
 * `network`, `timeout`, `aborted`, `token`, `decode`, `contract`. It holds no token, no header, no address and no body that was sent.
 */
export abstract class ClientError extends Error implements ErrorContext {
  /** Also true for an error of another copy of this package. */
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

  /** Safe to log: nothing a person typed, nothing secret. */
  toJSON(): Record<string, unknown> {
    const { name, code, operation, attempts, requestId } = this;
    return { name, code, operation, attempts, requestId };
  }
}

/** The server refused, and said why (RFC 9457); or a host in between answered in its place, then `problem` is missing. */
export class ProblemError extends ClientError {
  readonly code: ProblemCode;
  readonly status: number;
  /** Short sentence in the language asked for, e.g. "Có ô chưa đúng". */
  readonly title: string;
  readonly detail: string | undefined;
  /** Fields that need correction, with JSON pointers into the body. */
  readonly errors: readonly FieldError[];
  /** Seconds to wait before asking again, when the server said so. */
  readonly retryAfter: number | undefined;
  /** First 512 characters of an answer that is no problem document, e.g. a gateway's HTML page. */
  readonly excerpt: string | undefined;

  constructor(response: Response, data: unknown, retryAfter: number | undefined, context: ErrorContext) {
    const problem = (typeof data === 'object' && data) as { [K in 'type' | 'title' | 'detail' | 'errors']?: unknown };
    const { status } = response;
    const code = /^urn:dvk:problem:(.+)$/.exec(`${problem && problem.type}`)?.[1] ?? codeOfStatus(status);
    super(`${status} ${code}`, context);
    this.code = code as ProblemCode;
    this.status = status;
    this.title = problem && typeof problem.title === 'string' ? problem.title : `HTTP ${status}`;
    this.detail = problem && typeof problem.detail === 'string' ? problem.detail : undefined;
    this.errors = problem && Array.isArray(problem.errors) ? problem.errors.filter(isFieldError) : [];
    this.retryAfter = retryAfter;
    this.excerpt = typeof data === 'string' ? data.slice(0, 512) : undefined;
  }

  override toJSON(): Record<string, unknown> {
    const errors = this.errors.map(({ pointer, code }) => ({ pointer, code }));
    return { ...super.toJSON(), status: this.status, retryAfter: this.retryAfter, errors };
  }
}

function isFieldError(value: unknown): value is FieldError {
  const { pointer, code } = (value ?? {}) as Partial<FieldError>;
  return typeof pointer === 'string' && typeof code === 'string';
}

/** What an answer without a problem document means: a gateway, a proxy or another program spoke. */
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

/** No answer: no connection, or it broke. Whether a request arrived is unknown; a keyed POST may safely be sent again. */
export class NetworkError extends ClientError {
  readonly code = 'network';
}

/** The deadline passed. */
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

/** The caller's `signal` was aborted; `cause` is its reason. */
export class AbortError extends ClientError {
  readonly code = 'aborted';
}

/** `getToken` failed, then `cause` is its error; or what it gave cannot stand in a header. Nothing was sent. */
export class TokenError extends ClientError {
  readonly code = 'token';
}

/** The answer of a successful request cannot be read: not JSON, or cut short. */
export class DecodeError extends ClientError {
  readonly code = 'decode';
}

/** A request or an answer does not keep to the contract. Only with the `validate` option, and for pages of a list that cannot be walked. */
export class ContractError extends ClientError {
  readonly code = 'contract';
  /** What is wrong: JSON pointers with codes, no values. */
  readonly faults: readonly Fault[];

  constructor(what: string, faults: readonly Fault[], context: ErrorContext) {
    super(`${what} ${faults.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')}`.trim(), context);
    this.faults = faults;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), faults: this.faults };
  }
}

/** One place where a value does not keep to the contract. */
export type Fault = Pick<FieldError, 'pointer' | 'code' | 'params'>;

// Names are written out, as minifiers rename classes; on prototypes, so that they do not show among an error's own properties.
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

/** True for any error of a client call, also of another copy of this package; with `code`, only for that one. */
export function isClientError(error: unknown, code?: string): error is ClientError {
  return error instanceof Error && brand in error && (!code || (error as ClientError).code === code);
}

/**
 * True when the server refused; with `code`, only for that reason. Works across copies of this package.
 *
 * @example
 * try { await client.models.update(…) } catch (error) { if (isProblem(error, 'precondition-failed')) reload(); else throw error; }
 */
export function isProblem(error: unknown, code?: ProblemCode): error is ProblemError {
  return isClientError(error, code) && error.name === 'ProblemError';
}
