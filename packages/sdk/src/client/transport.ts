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

/** One sending of a request, for logs: no address, no header, no content. */
export interface AttemptEvent {
  /** E.g. `cases.create`. */
  operation: string;
  /** 1 for the first. */
  attempt: number;
  milliseconds: number;
  /** HTTP status; missing when no answer came. */
  status?: number;
  requestId?: string | undefined;
}

/** Sends one request once. `fetch` is one; so is the XHR that reports upload progress. */
export type Send = (request: Request) => Promise<Response>;

/** A logical call, ready to send. */
export interface Exchange {
  operation: string;
  method: string;
  url: string;
  headers: Headers;
  body: string | Blob | undefined;
  /** Whether sending twice does no more than sending once. */
  repeatable: boolean;
  maxRetries: number;
  /** Milliseconds for everything: token, all attempts, waits and bodies. */
  timeout: number;
  /** Milliseconds for one attempt, body included. */
  attemptTimeout: number;
  signal: AbortSignal | undefined;
  credentials: RequestCredentials | undefined;
  token: (() => Promise<string | null | undefined> | string | null | undefined) | undefined;
  send: Send;
  logger: ((event: AttemptEvent) => void) | undefined;
}

const retryStatuses = [408, 409, 425, 429, 500, 502, 503, 504];
/** The longest a timer of a browser can wait. */
const longestTimeout = 2 ** 31 - 1;

/** Milliseconds of a `Retry-After` in seconds or as a date, where there is one to read. */
function retryAfter({ headers }: Response): number | undefined {
  const value = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Engines read dates into almost anything that has a number.
  const date = value.endsWith(' GMT') ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** The outcome of some work, or the signal's reason as soon as it is aborted: also where the work ignores it. */
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
 * Sends a request until it is answered, refused for good, out of time or aborted. The loop, its waits and its deadline are
 * ky's; tokens, bodies and errors are ours.
 *
 * The answer's body is read inside the attempt, so that a body that hangs or breaks off is retried and timed like a head that does.
 *
 * @returns the answer, status 2xx, its body in memory.
 * @throws AbortError, NetworkError, ProblemError, TimeoutError, TokenError
 */
export async function exchange(call: Exchange): Promise<{ response: Response; context: ErrorContext }> {
  const { operation, method, headers, body = null, credentials, signal, attemptTimeout } = call;
  const context: ErrorContext = { operation, attempts: 0 };
  const timeout = Math.min(call.timeout, longestTimeout);
  const deadline = performance.now() + timeout;
  let phase: Phase = 'token';
  /** Ends the attempt under way: ky itself cannot where `AbortSignal.any` is missing. */
  let attempt: AbortController | undefined;
  /** Whether the attempt under way may take all the time that is left. */
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
      // The engine's error shows the token.
      throw new TokenError('getToken gave what cannot stand in a header', context);
    }
  }

  /** Sends once, and reads the whole answer. */
  async function send(given: Request): Promise<Response> {
    signal?.throwIfAborted();
    const { signal: ended } = (attempt = new AbortController());
    lastInTime = performance.now() + attemptTimeout >= deadline;
    const event: AttemptEvent = { operation, attempt: ++context.attempts, milliseconds: 0 };
    phase = 'token';
    // The body joins here: ky would copy it in memory for each further attempt.
    const request = new Request(given, { method, body, signal: ended });
    await addToken(request.headers);
    // The caller may have had its error while the token was fetched: nothing is sent after that.
    ended.throwIfAborted();
    const began = performance.now();
    try {
      phase = 'headers';
      const response = await call.send(request);
      // What a page is not shown: the redirect of a request that changes something.
      if (response.type === 'opaqueredirect') return new Response(null, { status: 302 });
      event.status = response.status;
      event.requestId = context.requestId = response.headers.get('x-request-id') ?? undefined;
      phase = 'body';
      const content = await response.arrayBuffer();
      return new Response([204, 205, 304].includes(response.status) ? null : content, response);
    } catch (error) {
      throw new NetworkError('no answer', context, error);
    } finally {
      event.milliseconds = performance.now() - began;
      notify(call.logger, event);
    }
  }

  function problem({ response, data }: HTTPError): ProblemError {
    const wait = retryAfter(response);
    return new ProblemError(response, data, wait ? wait / 1000 : undefined, context);
  }

  /** Whether the same request may be answered better later; `undefined` when it may, after the server's `Retry-After`. */
  function shouldRetry(error: Error): boolean | undefined {
    attempt?.abort();
    if (signal?.aborted) return false;
    let wait: number | undefined;
    if (isHTTPError(error)) {
      const { status } = error.response;
      wait = retryAfter(error.response);
      last = problem(error);
      if (!retryStatuses.includes(status)) return false;
      // A conflict passes by itself only when it is with our own, unfinished request.
      if (status === 409 && last.code !== 'request-in-progress') return false;
      // A wait that cannot end in time is not begun.
      if (wait !== undefined && performance.now() + wait > deadline) return false;
    } else if (error instanceof NetworkError) last = error;
    else if (!isTimeoutError(error) || lastInTime) return false;
    phase = 'retry-wait';
    return wait === undefined ? true : undefined;
  }

  try {
    const answer = ky(call.url, {
      method,
      headers,
      ...(credentials && { credentials }),
      ...(signal && { signal }),
      // Browsers turn a redirected POST into a GET: its answer would look like that of what was never done.
      redirect: method === 'GET' ? 'follow' : 'manual',
      timeout: attemptTimeout < longestTimeout && attemptTimeout,
      totalTimeout: timeout,
      retry: {
        limit: call.repeatable ? Math.min(Math.floor(call.maxRetries), Number.MAX_SAFE_INTEGER) : 0,
        methods: [method],
        statusCodes: retryStatuses,
        afterStatusCodes: retryStatuses,
        backoffLimit: 8000,
        // The whole of the wait by chance, unless the server said when to come again.
        jitter: true,
        shouldRetry: ({ error }) => shouldRetry(error),
      },
      fetch: (request) => send(request as Request),
    });
    return { response: await unlessAborted(signal, answer), context };
  } catch (error) {
    if (signal?.aborted) throw new AbortError('aborted', context, signal.reason);
    if (isTimeoutError(error)) throw new TimeoutError(phase, context, last);
    throw isHTTPError(error) ? problem(error) : error;
  } finally {
    attempt?.abort();
  }
}
