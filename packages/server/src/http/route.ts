import type { Endpoint, ReceivedOf, ResponseOf } from '@dvk/sdk/contract';
import type { Session } from '@dvk/sdk/session';
import type { Logger } from 'pino';
import type { Database, Queries } from '../database/index.ts';
import type { Locale } from '../problems/locale.ts';
import type { Services } from './services.ts';

/** What a handler knows besides the request. */
export interface Context {
  /** Who asks; `roles` is `['anonymous']` for a signed-out visitor. Its tenant is the tenant of everything here. */
  session: Session;
  /**
   * What counts as one caller where callers share something: the person or, signed out, the address; `undefined` where
   * the host does not tell addresses.
   */
  caller: string | undefined;
  /** The transaction of a write, committed together with the idempotency record; the plain connection of a read. */
  db: Queries;
  /** A transaction of its own, for the little that a read writes beside its response. Never use it in a write, which has one. */
  transaction: Database['transaction'];
  /** Whether `db` is a transaction: of a write, and of a read that is an event itself (`recorded`). */
  inTransaction: boolean;
  /** The instant of the request, RFC 3339. Rules and rows use this one and never the clock. */
  now: string;
  locale: Locale;
  /** The version named by `If-Match`, where the endpoint requires it, else 0. */
  expectedVersion: number;
  services: Services;
  log: Logger;
}

/** Handles one endpoint. What it returns passes the contract's response schema before it is sent. */
export type Handler<E extends Endpoint, Prepared = undefined> = (
  request: ReceivedOf<E>,
  context: Context,
  prepared: Prepared,
) => Promise<ResponseOf<E>>;

/** An endpoint with its handler. */
export interface Route {
  endpoint: Endpoint;
  /** Slow work that needs no transaction, done before one opens: reading a file, re-encoding an image. */
  prepare?: (request: unknown, context: Context) => Promise<unknown>;
  handle: (request: unknown, context: Context, prepared: unknown) => Promise<unknown>;
}

/** Joins an endpoint of the contract and its handler. */
export function implement<const E extends Endpoint>(endpoint: E, handle: Handler<E>): Route {
  return { endpoint, handle: handle as Route['handle'] };
}

/** As {@link implement}, with slow work done before the transaction opens; its result is the handler's third argument. */
export function implementPrepared<const E extends Endpoint, Prepared>(
  endpoint: E,
  prepare: (request: ReceivedOf<E>, context: Context) => Promise<Prepared>,
  handle: Handler<E, Prepared>,
): Route {
  return { endpoint, prepare: prepare as NonNullable<Route['prepare']>, handle: handle as Route['handle'] };
}
