import ky, { isHTTPError, isTimeoutError, type HTTPError } from 'ky';
import {
  AbortError,
  ClientError,
  NetworkError,
  ProblemError,
  TimeoutError,
  TokenError,
  type ErrorContext,
  type Phase,
} from './errors.ts';
import { notify } from './notify.ts';

/** One attempt to send a request, for logs: without URL, headers and body. */
export interface AttemptEvent {
  /** E.g. `cases.create`. */
  operation: string;
  /** Counted from 1. */
  attempt: number;
  milliseconds: number;
  /** HTTP status; missing if there was no response. */
  status?: number;
  requestId?: string | undefined;
}

/** Sends a request once: `fetch`, or the XMLHttpRequest that reports upload progress. */
export type Send = (request: Request) => Promise<Response>;

/** A call, ready to be sent. */
export interface Exchange {
  operation: string;
  method: string;
  url: string;
  headers: Headers;
  body: string | Blob | undefined;
  /** Whether sending it twice has the same effect as sending it once. */
  repeatable: boolean;
  maxRetries: number;
  /** Milliseconds for the whole call: token, all attempts, waiting and reading bodies. */
  timeout: number;
  /** Milliseconds for one attempt, including reading the body. */
  attemptTimeout: number;
  signal: AbortSignal | undefined;
  credentials: RequestCredentials | undefined;
  token: (() => Promise<string | null | undefined> | string | null | undefined) | undefined;
  send: Send;
  logger: ((event: AttemptEvent) => void) | undefined;
}

/** Sends a call until it succeeds or has failed for good, as {@link exchange} does. */
export type Transport = (call: Exchange) => Promise<{ response: Response; context: ErrorContext }>;

const retryStatuses = [408, 409, 425, 429, 500, 502, 503, 504];
/** The longest delay of a browser's timers. */
const longestTimeout = 2 ** 31 - 1;

/** `Retry-After`, in seconds or as a date, in milliseconds; `undefined` where it is missing or cannot be read. */
function retryAfter({ headers }: Response): number | undefined {
  const value = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // `Date.parse` accepts almost anything that has a number in it.
  const date = value.endsWith(' GMT') ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** The result of some work, or the signal's reason as soon as it is aborted, even if the work ignores the signal. */
function unlessAborted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/**
 * Sends a request until it succeeds, is refused for good, times out or is aborted. Retries, waiting and timeouts are ky's;
 * tokens, bodies and errors are ours.
 *
 * The body of the response is read within the attempt, so that timeouts and retries cover it, too.
 *
 * @returns the response, with status 2xx and its body in memory
 * @throws AbortError, NetworkError, ProblemError, TimeoutError, TokenError
 */
export async function exchange(call: Exchange): Promise<{ response: Response; context: ErrorContext }> {
  const { operation, method, headers, body = null, credentials, signal, attemptTimeout } = call;
  const context: ErrorContext = { operation, attempts: 0 };
  const timeout = Math.min(call.timeout, longestTimeout);
  const deadline = performance.now() + timeout;
  let phase: Phase = 'token';
  /** Aborts the current attempt: ky itself cannot where `AbortSignal.any` is missing. */
  let attempt: AbortController | undefined;
  /** Whether the current attempt may take all the time that is left. */
  let lastInTime = false;
  let last: ClientError | undefined;

  async function addToken(headersOfRequest: Headers) {
    let token;
    try {
      token = await call.token?.();
    } catch (error) {
      throw new TokenError('getToken failed', context, error);
    }
    try {
      if (token) headersOfRequest.set('authorization', `Bearer ${token}`);
    } catch {
      // The error of the engine contains the token.
      throw new TokenError('getToken returned what no header may contain', context);
    }
  }

  /** Sends the request once and reads the whole response. */
  async function send(given: Request): Promise<Response> {
    signal?.throwIfAborted();
    const { signal: ended } = (attempt = new AbortController());
    lastInTime = performance.now() + attemptTimeout >= deadline;
    const event: AttemptEvent = { operation, attempt: ++context.attempts, milliseconds: 0 };
    phase = 'token';
    // The body is added here because ky would copy it in memory for each retry.
    const request = new Request(given, { method, body, signal: ended });
    await addToken(request.headers);
    // The call may have failed while waiting for the token; then nothing may be sent.
    ended.throwIfAborted();
    const began = performance.now();
    try {
      phase = 'headers';
      const response = await call.send(request);
      // In a page, the redirect of a request that changes something: its status and headers are hidden.
      if (response.type === 'opaqueredirect') return new Response(null, { status: 302 });
      event.status = response.status;
      event.requestId = context.requestId = response.headers.get('x-request-id') ?? undefined;
      phase = 'body';
      const content = await response.arrayBuffer();
      return new Response([204, 205, 304].includes(response.status) ? null : content, response);
    } catch (error) {
      throw new NetworkError('no response', context, error);
    } finally {
      event.milliseconds = performance.now() - began;
      notify(call.logger, event);
    }
  }

  function problem({ response, data }: HTTPError): ProblemError {
    const wait = retryAfter(response);
    return new ProblemError(response, data, wait ? wait / 1000 : undefined, context);
  }

  /** Whether a retry may succeed; `undefined` if it may, but only after the time in the server's `Retry-After`. */
  function shouldRetry(error: Error): boolean | undefined {
    attempt?.abort();
    if (signal?.aborted) return false;
    let wait: number | undefined;
    if (isHTTPError(error)) {
      const { status } = error.response;
      wait = retryAfter(error.response);
      last = problem(error);
      if (!retryStatuses.includes(status)) return false;
      // A conflict resolves itself only if it is with our own request that is still being handled.
      if (status === 409 && last.code !== 'request-in-progress') return false;
      // There is no point in waiting longer than the call may take.
      if (wait !== undefined && performance.now() + wait > deadline) return false;
    } else if (error instanceof NetworkError) last = error;
    else if (!isTimeoutError(error) || lastInTime) return false;
    phase = 'retry-wait';
    return wait === undefined ? true : undefined;
  }

  try {
    const response = ky(call.url, {
      method,
      headers,
      ...(credentials && { credentials }),
      ...(signal && { signal }),
      // Browsers turn a redirected POST into a GET, whose success would say nothing about the change.
      redirect: method === 'GET' ? 'follow' : 'manual',
      timeout: attemptTimeout < longestTimeout && attemptTimeout,
      totalTimeout: timeout,
      retry: {
        limit: call.repeatable ? Math.min(Math.floor(call.maxRetries), Number.MAX_SAFE_INTEGER) : 0,
        methods: [method],
        statusCodes: retryStatuses,
        afterStatusCodes: retryStatuses,
        backoffLimit: 8000,
        // Wait a random time between zero and the full delay, unless the server said how long.
        jitter: true,
        shouldRetry: ({ error }) => shouldRetry(error),
      },
      fetch: (request) => send(request as Request),
    });
    return { response: await unlessAborted(signal, response), context };
  } catch (error) {
    if (signal?.aborted) throw new AbortError('aborted', context, signal.reason);
    if (isTimeoutError(error)) throw new TimeoutError(phase, context, last);
    throw isHTTPError(error) ? problem(error) : error;
  } finally {
    attempt?.abort();
  }
}
