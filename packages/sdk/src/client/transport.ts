import ky, { HTTPError, TimeoutError as AttemptTimeout } from 'ky';
import {
  AbortError,
  NetworkError,
  ProblemError,
  TimeoutError,
  TokenError,
  type ClientError,
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

/**
 * Sends a request until it is answered, refused for good, out of time or aborted. The only place that knows ky.
 *
 * The answer's body is read inside the attempt, so that a body that hangs or breaks off is retried and timed like a head that does.
 *
 * @returns the answer, status 2xx, its body in memory.
 * @throws AbortError, NetworkError, ProblemError, TimeoutError, TokenError
 */
export async function exchange(call: Exchange): Promise<{ response: Response; context: ErrorContext }> {
  const { operation, signal: aborted, timeout } = call;
  const context: ErrorContext = { operation, attempts: 0 };
  const stop = new AbortController();
  const deadline = performance.now() + timeout;
  let phase: Phase = 'token';
  let last: ClientError | undefined;
  /** What the last refusal asked us to wait; `NaN`: nothing. */
  let asked = NaN;

  async function askToken() {
    try {
      return await call.token?.();
    } catch (error) {
      throw new TokenError('getToken failed', context, error);
    }
  }

  async function attempt(request: Request): Promise<Response> {
    const event: AttemptEvent = { operation, attempt: ++context.attempts, milliseconds: 0 };
    phase = 'token';
    const token = await askToken();
    if (token) request.headers.set('authorization', `Bearer ${token}`);
    const began = performance.now();
    try {
      phase = 'headers';
      const response = await call.send(request);
      event.status = response.status;
      event.requestId = context.requestId = requestId(response);
      phase = 'body';
      const body = await response.arrayBuffer();
      return new Response([204, 205, 304].includes(response.status) ? null : body, response);
    } catch (error) {
      throw request.signal.aborted ? error : new NetworkError('no answer', context, error);
    } finally {
      event.milliseconds = performance.now() - began;
      call.logger?.(event);
    }
  }

  async function shouldRetry({ error }: { error: Error }): Promise<boolean | undefined> {
    asked = NaN;
    // ky's errors hold the request with its token: only ours go on.
    if (error instanceof HTTPError) {
      const refusal = await problem(error);
      last = refusal;
      // A conflict passes by itself only when it is with our own, unfinished request. A wait that cannot end in time is not begun.
      if (refusal.status === 409 && refusal.code !== 'request-in-progress') return false;
      asked = retryAfter(error.response);
      if (performance.now() + asked > deadline) return false;
    } else if (error instanceof NetworkError) last = error;
    else if (!(error instanceof AttemptTimeout)) return false;
    phase = 'retry-wait';
    return error instanceof NetworkError || undefined;
  }

  async function problem({ response }: HTTPError): Promise<ProblemError> {
    const text = await response.clone().text();
    let data: unknown = text;
    try {
      data = JSON.parse(text);
    } catch {
      // A gateway's page: its beginning helps whoever looks for the cause.
    }
    return new ProblemError(response, data, retryAfter(response) / 1000 || undefined, context);
  }

  const onAbort = () => stop.abort(aborted?.reason);
  if (aborted?.aborted) onAbort();
  aborted?.addEventListener('abort', onAbort);
  const timer = setTimeout(onAbort, timeout);
  const retryStatuses = [408, 409, 425, 429, 500, 502, 503, 504];
  try {
    const stopped = new Promise<never>((_, reject) => {
      stop.signal.throwIfAborted();
      stop.signal.addEventListener('abort', () => reject(stop.signal.reason));
    });
    const answered = ky(call.url, {
      method: call.method,
      headers: call.headers,
      body: call.body ?? null,
      signal: stop.signal,
      ...(call.credentials && { credentials: call.credentials }),
      fetch: attempt as typeof fetch,
      timeout: call.attemptTimeout ?? false,
      retry: {
        limit: call.repeatable ? call.maxRetries : 0,
        methods: [call.method],
        statusCodes: retryStatuses,
        // ky 1 would wait for ever for a `Retry-After` that cannot be read: the wait is ours.
        afterStatusCodes: [],
        retryOnTimeout: true,
        shouldRetry,
        delay: (retry) => Math.min(300 * 2 ** (retry - 1), 8000),
        jitter: (delay) => (Number.isNaN(asked) ? Math.random() * delay : asked),
      },
    });
    // Raced, so that a token function or an injected fetch that ignores its signal cannot hold the caller.
    return { response: await Promise.race([answered, stopped]), context };
  } catch (error) {
    if (aborted?.aborted) throw new AbortError('aborted', context, aborted.reason);
    if (stop.signal.aborted || error instanceof AttemptTimeout) throw new TimeoutError(phase, context, last);
    throw error instanceof HTTPError ? await problem(error) : error;
  } finally {
    clearTimeout(timer);
    aborted?.removeEventListener('abort', onAbort);
  }
}
