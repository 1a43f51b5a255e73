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
  attemptTimeout: number | undefined;
  signal: AbortSignal | undefined;
  credentials: RequestCredentials | undefined;
  token: (() => Promise<string | null | undefined> | string | null | undefined) | undefined;
  send: Send;
  logger: ((event: AttemptEvent) => void) | undefined;
}

const requestId = (response: Response) => response.headers.get('x-request-id') ?? undefined;

/** Milliseconds of a `Retry-After` in seconds or as a date; `NaN` when there is none to read. */
function retryAfter({ headers }: Response): number {
  const value = headers.get('retry-after') ?? '';
  return /^\d+$/.test(value) ? Number(value) * 1000 : Math.max(0, Date.parse(value) - Date.now());
}

const retryStatuses = [408, 409, 425, 429, 500, 502, 503, 504];
/** Why an attempt ended that had a limit of its own. */
const late = new Error('attempt out of time');

/** The outcome of some work, or the reason of a signal: also where the work ignores its signal. */
function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/**
 * Sends a request until it is answered, refused for good, out of time or aborted.
 *
 * The answer's body is read inside the attempt, so that a body that hangs or breaks off is retried and timed like a head that does.
 *
 * @returns the answer, status 2xx, its body in memory.
 * @throws AbortError, NetworkError, ProblemError, TimeoutError, TokenError
 */
export async function exchange(call: Exchange): Promise<{ response: Response; context: ErrorContext }> {
  const { operation, signal: aborted, timeout, attemptTimeout } = call;
  const context: ErrorContext = { operation, attempts: 0 };
  const stop = new AbortController();
  const deadline = performance.now() + timeout;
  const maxRetries = call.repeatable ? call.maxRetries : 0;
  let phase: Phase = 'token';
  let last: ClientError | undefined;

  async function askToken() {
    try {
      return await call.token?.();
    } catch (error) {
      throw new TokenError('getToken failed', context, error);
    }
  }

  async function send(signal: AbortSignal): Promise<Response> {
    const event: AttemptEvent = { operation, attempt: ++context.attempts, milliseconds: 0 };
    phase = 'token';
    const token = await askToken();
    const { method, headers, body = null, credentials } = call;
    const request = new Request(call.url, { method, headers, body, signal, ...(credentials && { credentials }) });
    if (token) request.headers.set('authorization', `Bearer ${token}`);
    const began = performance.now();
    try {
      phase = 'headers';
      const response = await call.send(request);
      event.status = response.status;
      event.requestId = context.requestId = requestId(response);
      phase = 'body';
      const content = await response.arrayBuffer();
      return new Response([204, 205, 304].includes(response.status) ? null : content, response);
    } catch (error) {
      throw new NetworkError('no answer', context, error);
    } finally {
      event.milliseconds = performance.now() - began;
      call.logger?.(event);
    }
  }

  /** Sends once, within the time of one attempt and of the whole. */
  async function attempt(): Promise<Response> {
    stop.signal.throwIfAborted();
    const cut = new AbortController();
    const onStop = () => cut.abort(stop.signal.reason);
    stop.signal.addEventListener('abort', onStop);
    const timer = attemptTimeout === undefined ? undefined : setTimeout(() => cut.abort(late), attemptTimeout);
    try {
      return await unlessAborted(cut.signal, send(cut.signal));
    } finally {
      clearTimeout(timer);
      stop.signal.removeEventListener('abort', onStop);
    }
  }

  async function problem(response: Response, wait: number): Promise<ProblemError> {
    const text = await response.text();
    let data: unknown = text;
    try {
      data = JSON.parse(text);
    } catch {
      // A gateway's page: its beginning helps whoever looks for the cause.
    }
    return new ProblemError(response, data, wait / 1000 || undefined, context);
  }

  /** Whether the same request may be answered better later. */
  function passes(error: unknown, wait: number): boolean {
    if (!(error instanceof ProblemError)) return error === late || error instanceof NetworkError;
    if (!retryStatuses.includes(error.status)) return false;
    // A conflict passes by itself only when it is with our own, unfinished request. A wait that cannot end in time is not begun.
    if (error.status === 409 && error.code !== 'request-in-progress') return false;
    return !(performance.now() + wait > deadline);
  }

  function pause(milliseconds: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
    return unlessAborted(stop.signal, over).finally(() => clearTimeout(timer));
  }

  const onAbort = () => stop.abort(aborted?.reason);
  if (aborted?.aborted) onAbort();
  aborted?.addEventListener('abort', onAbort);
  const timer = setTimeout(onAbort, timeout);
  try {
    for (let retry = 0; ; retry++) {
      let wait = NaN;
      try {
        const response = await attempt();
        if (response.ok) return { response, context };
        wait = retryAfter(response);
        throw await problem(response, wait);
      } catch (error) {
        if (error instanceof ClientError) last = error;
        if (retry >= maxRetries || !passes(error, wait)) throw error;
      }
      phase = 'retry-wait';
      // Full jitter, unless the server said when to come again.
      await pause(Number.isNaN(wait) ? Math.random() * Math.min(300 * 2 ** retry, 8000) : wait);
    }
  } catch (error) {
    if (aborted?.aborted) throw new AbortError('aborted', context, aborted.reason);
    if (stop.signal.aborted || error === late) throw new TimeoutError(phase, context, last);
    throw error;
  } finally {
    clearTimeout(timer);
    aborted?.removeEventListener('abort', onAbort);
  }
}
