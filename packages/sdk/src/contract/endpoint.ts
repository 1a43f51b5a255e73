import type { Role } from './roles.ts';
import type { ProblemCode } from './problems.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Any zod schema, full or mini, reduced to its input and output types, which keeps type checking fast. */
export interface Shape<In = unknown, Out = unknown> {
  _zod: { input: In; output: Out };
}

export interface EndpointSpec {
  /** One English sentence, for the OpenAPI document. */
  summary: string;
  /** Roles that may call it. Which records they see is decided by the policy of the area. */
  roles: readonly Role[];
  params?: Shape;
  query?: Shape;
  /** Request headers beyond the standard ones, lower case. */
  headers?: Shape;
  /** JSON body; or `'binary'`: the body is the file itself. */
  body?: Shape | 'binary';
  /** JSON response, or `'binary'`; absent for 204. */
  response?: Shape | 'binary';
  /** Status of success; 200 by default. */
  status?: 200 | 201 | 204;
  /** Problems it can respond with, besides those of every endpoint. */
  errors?: readonly ProblemCode[];
  /** The response carries an `ETag`; `'required'`: the request must also carry `If-Match`. */
  etag?: 'given' | 'required';
  /** It weighs so much that whoever does it must have signed in a short while ago; else it responds `sign-in-again`. */
  recentSignIn?: true;
  /** Reading it is an event, so that it is read in a transaction. */
  recorded?: true;
  /** A list: the response is `{items, nextCursor}`. */
  paged?: boolean;
}

export type Endpoint<
  M extends Method = Method,
  P extends string = string,
  S extends EndpointSpec = EndpointSpec,
> = Readonly<{ method: M; path: P } & S>;

/**
 * One operation of the API as plain data. Client methods, server routes, the OpenAPI document, mock handlers and the
 * rights matrix are all derived from it.
 *
 * @example
 * endpoint('GET', '/v1/models/{id}', {summary: 'Read a model', roles: staff, params: z.object({id}), response: Model, etag: 'given'})
 */
export function endpoint<const M extends Method, const P extends `/v1/${string}`, const S extends EndpointSpec>(
  method: M,
  path: P,
  spec: S,
): Endpoint<M, P, S> {
  return Object.freeze({ method, path, ...spec });
}

type Input<S> = S extends Shape<infer In> ? In : S extends 'binary' ? Blob : undefined;
type Output<S> = S extends Shape<unknown, infer Out> ? Out : S extends 'binary' ? Blob : undefined;

/** A filter that takes several values also takes one as it is. */
type OneOrMany<Query> = {
  [Name in keyof Query]: Query[Name] extends infer Value
    ? Value extends readonly (infer One)[]
      ? One | readonly One[]
      : Value
    : never;
};

/** What a caller passes: the parts the endpoint has, and no other. */
export type RequestOf<E extends Endpoint> = (E extends { params: infer P } ? { params: Input<P> } : unknown) &
  (E extends { query: infer Q } ? { query?: OneOrMany<Input<Q>> } : unknown) &
  (E extends { headers: infer H } ? { headers: Input<H> } : unknown) &
  (E extends { body: infer B } ? { body: Input<B> } : unknown);

/** What a handler receives, after validation. */
export type ReceivedOf<E extends Endpoint> = (E extends { params: infer P } ? { params: Output<P> } : unknown) &
  (E extends { query: infer Q } ? { query: Output<Q> } : unknown) &
  (E extends { headers: infer H } ? { headers: Output<H> } : unknown) &
  (E extends { body: infer B } ? { body: Output<B> } : unknown);

/** What a caller gets back. */
export type ResponseOf<E extends Endpoint> = E extends { response: infer R } ? Output<R> : undefined;

/** The bodies of the operations of an area that take JSON. */
export type BodiesOf<Endpoints extends Readonly<Record<string, Endpoint>>> = {
  readonly [Name in keyof Endpoints as Endpoints[Name] extends { body: Shape } ? Name : never]: RequestOf<
    Endpoints[Name]
  > extends { body: infer Body }
    ? Body
    : never;
};
