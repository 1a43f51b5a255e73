import type { Api } from '../api/index.ts';
import type { Endpoint, RequestOf, ResponseOf } from '../contract/endpoint.ts';
import type { Contract, Operation, Operations } from '../contract/operations.ts';
import { Call, PagedCall, type CallResponse, type Page } from './call.ts';
import { ClientError, ContractError, DecodeError, type Fault } from './errors.ts';
import { checkNumber, headersOf, urlOf } from './input.ts';
import { newKey } from './new-key.ts';
import { fillPath, queryText, type PathValue } from './path.ts';
import type { AttemptEvent, Transport } from './transport.ts';
import type { Progress } from './upload.ts';

export interface ClientConfig {
  /** The address that `/v1` follows, e.g. `https://dvk.example.gov.vn/api`; in a page also relative, `/api`. */
  baseUrl: string;
  /** Returns the token of the person who is signed in, or nothing for a visitor. Called before every attempt. */
  getToken?: () => Promise<string | null | undefined> | string | null | undefined;
  /** `include` to send cookies to another origin. */
  credentials?: RequestCredentials;
  /** Language of the messages from the server. @defaultValue 'vi' */
  locale?: 'vi' | 'en';
  /** Headers of every request, e.g. the key of a gateway. */
  headers?: Readonly<Record<string, string>>;
  /** Used in place of the global `fetch`. */
  fetch?: typeof fetch;
  /**
   * Milliseconds that a call may take, including retries, waiting and reading the body. Calls that send or return a file
   * get ten times as long.
   *
   * @defaultValue 30,000
   */
  timeout?: number;
  /** Milliseconds that one attempt may take. By default only `timeout` limits it. */
  attemptTimeout?: number;
  /** How many times a call that is safe to repeat is retried. @defaultValue 3 */
  maxRetries?: number;
  /** Called after every attempt. The events contain no personal data. */
  logger?: (event: AttemptEvent) => void;
  /** Checks bodies against the contract: pass `validate` of `@dvk/sdk/constraints`. */
  validate?: Validate;
}

/** Options of a single call; they override those of the client. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  timeout?: number;
  attemptTimeout?: number;
  maxRetries?: number;
  /**
   * Identifies a change, so that the server makes it only once. Every change has a random key by default. Pass your own to
   * make it safe to send the change again after your program restarts; without signing in use a random one, such as a UUID,
   * because the key is then the only thing that identifies you.
   */
  idempotencyKey?: string;
  /** The `etag` of the version that the change is based on; `*` for any version. */
  ifMatch?: string;
  /** Additional headers; `null` removes one. */
  headers?: Readonly<Record<string, string | null>>;
  /** Called while a file is being sent. */
  onProgress?: (progress: Progress) => void;
}

/** Returns the places where a body does not match the contract. */
export type Validate = (operation: string, part: 'body' | 'response', value: unknown) => readonly Fault[];

type OptionsOf<E> = E extends { etag: 'required' } ? CallOptions & { ifMatch: string } : CallOptions;
type CallOf<E extends Endpoint> = E extends { paged: true }
  ? ResponseOf<E> extends Page<unknown>
    ? PagedCall<ResponseOf<E>>
    : never
  : Call<ResponseOf<E>>;

/** The method of one endpoint: takes the parts of the request, then options. */
export type ClientMethod<E extends Endpoint> =
  object extends RequestOf<E>
    ? (input?: RequestOf<E>, options?: OptionsOf<E>) => CallOf<E>
    : CallOptions extends OptionsOf<E>
      ? (input: RequestOf<E>, options?: OptionsOf<E>) => CallOf<E>
      : (input: RequestOf<E>, options: OptionsOf<E>) => CallOf<E>;

/** The client of a contract. */
export type ClientOf<A extends Contract> = {
  readonly [Area in keyof A]: { readonly [Name in keyof A[Area]]: ClientMethod<A[Area][Name]> };
};

/** The client of the API, with one method for each endpoint. */
export type Client = ClientOf<Api>;

interface Input {
  params?: Record<string, PathValue>;
  query?: object;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A client of a contract, over what sends requests. */
export function clientOver<C>(transport: Transport, table: Operations, config: ClientConfig): C {
  function methodOf(
    operation: string,
    { method, path, paged, sendsFile, givesFile, givesNothing, gives = paged ? 'items' : undefined }: Operation,
  ) {
    async function run(input: Input, options: CallOptions): Promise<CallResponse<unknown>> {
      const { body } = input;
      const check = (part: 'body' | 'response', value: unknown, attempts: number) => {
        const faults = config.validate?.(operation, part, value) ?? [];
        if (faults.length > 0)
          throw new ContractError(`the ${part} does not match the contract:`, faults, { operation, attempts });
      };
      const url = urlOf(config.baseUrl, fillPath(path, input.params) + queryText(input.query));
      if (body !== undefined && !sendsFile) check('body', body, 0);

      const { headers, names } = headersOf(
        {
          'accept-language': config.locale ?? 'vi',
          'content-type': body === undefined || sendsFile ? null : 'application/json',
          'idempotency-key': method !== 'GET' ? `"${options.idempotencyKey ?? newKey()}"` : null,
          'if-match': options.ifMatch,
        },
        config.headers,
        input.headers,
        options.headers,
      );

      const send = config.fetch ?? fetch;
      const { onProgress } = options;
      const { response, context } = await transport({
        operation,
        method,
        url,
        headers,
        body: sendsFile ? (body as Blob) : body === undefined ? undefined : JSON.stringify(body),
        repeatable: method !== 'PATCH' && (method !== 'POST' || headers.has('idempotency-key')),
        maxRetries: checkNumber('maxRetries', options.maxRetries ?? config.maxRetries ?? 3),
        timeout: checkNumber(
          'timeout',
          options.timeout ?? (config.timeout ?? 30_000) * (sendsFile || givesFile ? 10 : 1),
        ),
        attemptTimeout: checkNumber('attemptTimeout', options.attemptTimeout ?? config.attemptTimeout ?? Infinity),
        signal: options.signal,
        credentials: config.credentials,
        token: names.has('authorization') ? undefined : config.getToken,
        send: async (request) => {
          if (!sendsFile || !onProgress) return send(request);
          // Few pages send files.
          const { sendWithProgress } = await import('./upload.ts');
          request.signal.throwIfAborted();
          return sendWithProgress(body as Blob, send, onProgress)(request);
        },
        logger: config.logger,
      });

      let data: unknown;
      // A success of something in between says nothing of the server.
      if (givesNothing && response.status !== 204)
        throw new DecodeError(`the response is ${response.status}, not 204`, context);
      if (givesFile) {
        // The sign-in page of a network must not be saved as the file.
        if (response.headers.get('content-type')?.startsWith('text/html'))
          throw new DecodeError('the response is a web page', context);
        data = await response.blob();
      } else if (response.body || gives) {
        try {
          data = await response.json();
        } catch {
          throw new DecodeError('the response is not JSON', context);
        }
        check('response', data, context.attempts);
        // A gateway may respond in place of the server, with 200 and JSON of its own.
        if (gives && !(gives in Object(data))) throw new DecodeError(`the response has no ${gives}`, context);
      }
      return {
        data,
        status: response.status,
        headers: response.headers,
        etag: response.headers.get('etag') ?? undefined,
        requestId: context.requestId,
      };
    }

    return function call(input: Input = {}, options: CallOptions = {}): unknown {
      const site: { stack?: string } = {};
      // V8 only: makes the stack of an error start at the caller's line, which is lost after the first `await`.
      (Error as { captureStackTrace?: (into: object, above: unknown) => void }).captureStackTrace?.(site, call);
      const traced = run(input, options).catch((error: unknown) => {
        if (error instanceof ClientError && site.stack)
          error.stack = `${error.name}: ${error.message}${site.stack.slice(site.stack.indexOf('\n'))}`;
        throw error;
      });
      if (!paged) return new Call(traced);
      const next = (cursor: string) =>
        call({ ...input, query: { ...input.query, cursor } }, options) as Call<Page<unknown>>;
      return new PagedCall(traced as Promise<CallResponse<Page<unknown>>>, next, operation);
    };
  }

  return Object.fromEntries(
    Object.entries(table).map(([area, endpoints]) => [
      area,
      Object.fromEntries(
        Object.entries(endpoints).map(([name, endpoint]) => [name, methodOf(`${area}.${name}`, endpoint)]),
      ),
    ]),
  ) as C;
}
