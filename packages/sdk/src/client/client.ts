import type { Api } from '../api/index.ts';
import { operations } from '../api/generated/operations.ts';
import type { Endpoint, RequestOf, ResponseOf } from '../contract/endpoint.ts';
import type { Contract, Operation, Operations } from '../contract/operations.ts';
import { Call, PagedCall, type Answer, type Page } from './call.ts';
import { ClientError, ContractError, DecodeError, type Fault } from './errors.ts';
import { checkNumber, headersOf, urlOf } from './input.ts';
import { fillPath, queryText, type PathValue } from './path.ts';
import { exchange, type AttemptEvent } from './transport.ts';
import { sendWithProgress, type Progress } from './upload.ts';

export interface ClientConfig {
  /** Where `/v1` is found, e.g. `https://dvk.example.gov.vn/api`; in a page also relative, `/api`. */
  baseUrl: string;
  /** The signed-in person's token, asked before every attempt; nothing for a signed-out visitor. */
  getToken?: () => Promise<string | null | undefined> | string | null | undefined;
  /** `include` to send cookies to another origin. */
  credentials?: RequestCredentials;
  /** Language of the server's sentences. */
  locale?: 'vi' | 'en';
  /** Sent with every call, e.g. the key of a gateway in front. */
  headers?: Readonly<Record<string, string>>;
  /** Instead of the global `fetch`. */
  fetch?: typeof fetch;
  /** Milliseconds for one call, waits, retries and bodies included; 30,000 unless told. Files get ten times that. */
  timeout?: number;
  /** Milliseconds for one attempt; no limit of its own unless told. */
  attemptTimeout?: number;
  /** How often a call that is safe to repeat is sent again; 3 unless told. */
  maxRetries?: number;
  /** Told of every attempt. Events carry nothing personal. */
  logger?: (event: AttemptEvent) => void;
  /** Checks bodies against the contract: see `validator`. */
  validate?: Validate;
}

/** Options of one call. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  timeout?: number;
  attemptTimeout?: number;
  maxRetries?: number;
  /**
   * For anything but reading; one is made up unless given. Give your own to make a retry after a restart safe too: signed
   * out a random one, such as a UUID, because it alone tells you from others.
   */
  idempotencyKey?: string;
  /** The `etag` of the version that the change is based on; `*` for whatever is there. */
  ifMatch?: string;
  /** Further headers; `null` takes one away. */
  headers?: Readonly<Record<string, string | null>>;
  /** Bytes of a file sent so far. */
  onProgress?: (progress: Progress) => void;
}

/** Finds where a body does not keep to the contract. */
export type Validate = (operation: string, part: 'body' | 'response', value: unknown) => readonly Fault[];

type OptionsOf<E> = E extends { etag: 'required' } ? CallOptions & { ifMatch: string } : CallOptions;
type CallOf<E extends Endpoint> = E extends { paged: true }
  ? ResponseOf<E> extends Page<unknown>
    ? PagedCall<ResponseOf<E>>
    : never
  : Call<ResponseOf<E>>;

/** The method of one endpoint: the parts it needs, then options. */
export type ClientMethod<E extends Endpoint> =
  object extends RequestOf<E>
    ? (input?: RequestOf<E>, options?: OptionsOf<E>) => CallOf<E>
    : CallOptions extends OptionsOf<E>
      ? (input: RequestOf<E>, options?: OptionsOf<E>) => CallOf<E>
      : (input: RequestOf<E>, options: OptionsOf<E>) => CallOf<E>;

/** A client of any table of endpoints. */
export type ClientOf<A extends Contract> = {
  readonly [Area in keyof A]: { readonly [Name in keyof A[Area]]: ClientMethod<A[Area][Name]> };
};

/** The whole API as methods. Import it as a type where only the shape is needed. */
export type Client = ClientOf<Api>;

interface Input {
  params?: Record<string, PathValue>;
  query?: object;
  headers?: Record<string, string>;
  body?: unknown;
}

/**
 * A typed client of the API.
 *
 * @example
 * const client = createClient({baseUrl: 'https://dvk.example.gov.vn', getToken: () => session.token});
 * const receipt = await client.cases.create({body: {kind: 'report', …}});
 * for await (const model of client.models.list({query: {field: 'economy'}})) console.log(model.name);
 */
export function createClient(config: ClientConfig): Client {
  return clientOf<Client>(operations, config);
}

/** {@link createClient} for a contract of your own: pass `operationsOf(contract)`. */
export function clientOf<C>(table: Operations, config: ClientConfig): C {
  function methodOf(operation: string, { method, path, paged, sendsFile, givesFile }: Operation) {
    async function run(input: Input, options: CallOptions): Promise<Answer<unknown>> {
      const { body } = input;
      const check = (part: 'body' | 'response', value: unknown, attempts: number) => {
        const faults = config.validate?.(operation, part, value) ?? [];
        if (faults.length > 0)
          throw new ContractError(`${part} against the contract:`, faults, { operation, attempts });
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
      const { response, context } = await exchange({
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
        send: sendsFile && onProgress ? sendWithProgress(body as Blob, send, onProgress) : (request) => send(request),
        logger: config.logger,
      });

      let data: unknown;
      if (givesFile) data = await response.blob();
      else if (response.body) {
        try {
          data = await response.json();
        } catch {
          throw new DecodeError('the answer is not JSON', context);
        }
        check('response', data, context.attempts);
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
      // V8 only: errors then point at the caller's line, which is lost once the call has gone asynchronous.
      (Error as { captureStackTrace?: (into: object, above: unknown) => void }).captureStackTrace?.(site, call);
      const traced = run(input, options).catch((error: unknown) => {
        if (error instanceof ClientError && site.stack)
          error.stack = `${error.name}: ${error.message}${site.stack.slice(site.stack.indexOf('\n'))}`;
        throw error;
      });
      if (!paged) return new Call(traced);
      const next = (cursor: string) =>
        call({ ...input, query: { ...input.query, cursor } }, options) as Call<Page<unknown>>;
      return new PagedCall(traced as Promise<Answer<Page<unknown>>>, next, operation);
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

/** 128 random bits. `crypto.randomUUID` is missing on pages served without TLS. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
