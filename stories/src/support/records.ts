import { api } from '@dvk/sdk/api';
import type { Assessment } from '@dvk/sdk/assessments';
import type { Attachment } from '@dvk/sdk/attachments';
import type { Case, CaseHistoryEntry, CaseNote } from '@dvk/sdk/cases';
import type { Draft } from '@dvk/sdk/drafts';
import type { Endpoint, Role } from '@dvk/sdk/contract';
import { isRefused, type Outcome, type Refusal } from '@dvk/sdk/lifecycle';
import type { Model } from '@dvk/sdk/models';
import type { RowPolicy, Session } from '@dvk/sdk/session';
import { dateInVietnam, makeCode } from '@dvk/sdk/text';
import { offline, problem, type MockHandlers, type Reply } from '@dvk/sdk/testing';
import { restoreNetwork } from './network.ts';
import { persons, type Person } from './persons.ts';

type Api = typeof api;
/** The handlers of the mock server; operations without one are missing. */
export type Handlers = MockHandlers<Api>;
/** An operation of the contract, as `models.create`. */
export type Operation = {
  [Area in keyof Api & string]: `${Area}.${keyof Api[Area] & string}`;
}[keyof Api & string];

/** A failure of one call; `proceed` runs the real handler. */
export type Fault = (proceed: () => Promise<unknown>) => unknown;

/** The request is carried out, but its response is lost. */
export const loseResponse: Fault = async (proceed) => {
  await proceed();
  return offline();
};
/** A response that waits until it is released. */
export function holdBack(): { fault: Fault; release: () => void } {
  let release = () => {};
  const gate = new Promise<void>((open) => (release = open));
  return {
    fault: async (proceed) => {
      await gate;
      return proceed();
    },
    release: () => release(),
  };
}

/** A model with the unit that registered it. */
export interface ModelRecord extends Model {
  ownerUnitId: string | null;
}

/** A draft with the person who writes it. */
export interface DraftRecord extends Draft {
  owner?: string | null;
}

/** A case with its secret and history. */
export interface CaseFile extends Case {
  secret: string;
  /** Who has linked it to themselves. */
  owner?: string | null;
  history: CaseHistoryEntry[];
  /** Newest first. */
  notes: CaseNote[];
}

/** The records of an area and who may see and change them. */
export interface Records<R> {
  records: Map<string, R>;
  policy: Pick<RowPolicy<keyof R & string>, 'maySee' | 'rolesTowards'>;
}

/** The response to a refused request. */
export function refusal({ refused, issues = [] }: Refusal): Reply {
  return problem(refused, { errors: issues });
}

type Call = { request: Request };
type Resolve = (call: Call) => unknown;

/** The records of the mock server, and what it checks before each handler: network, session, rights, idempotency. */
export class ProvinceRecords {
  readonly models = new Map<string, ModelRecord>();
  readonly assessments = new Map<string, Assessment>();
  readonly cases = new Map<string, CaseFile>();
  readonly files = new Map<string, Attachment>();
  /** The bytes of uploaded files. */
  readonly contents = new Map<string, Blob>();
  readonly drafts = new Map<string, DraftRecord>();
  readonly #keys = new Map<string, Promise<unknown>>();
  readonly #faults = new Map<Operation, Fault[]>();
  readonly #expired = new Set<Person>();
  #serial = 0;

  /** The initial state: nothing stored, all persons signed in, online. */
  reset(): void {
    const { models, assessments, cases, files, contents, drafts } = this;
    for (const each of [models, assessments, cases, files, contents, drafts, this.#keys, this.#faults]) each.clear();
    this.#expired.clear();
    this.#serial = 0;
    restoreNetwork();
  }

  /** Makes the next calls of an operation fail, one after the other. */
  failNext(operation: Operation, ...faults: Fault[]): void {
    this.#faults.set(operation, [...(this.#faults.get(operation) ?? []), ...faults]);
  }

  /** Ends a person's session: their calls are refused until they sign in again. */
  expire(person: Person): void {
    this.#expired.add(person);
  }

  signIn(person: Person): void {
    this.#expired.delete(person);
  }

  now(): string {
    return new Date().toISOString();
  }

  /** The next code, as `MH-261123-0001-…`. */
  newCode(prefix: string): string {
    return makeCode(prefix, dateInVietnam(this.now()), ++this.#serial);
  }

  personOf(request: Request): Person {
    const token = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '';
    return Object.hasOwn(persons, token) ? (token as Person) : 'visitor';
  }

  sessionOf(request: Request): Session {
    return persons[this.personOf(request)];
  }

  /** The descriptions of uploaded files. */
  filesOf(ids: readonly string[] = []): Attachment[] {
    return ids.flatMap((id) => this.files.get(id) ?? []);
  }

  /** Changes a record as another person would: it gets a new version. */
  change<R extends { etag: string; updatedAt: string }>(
    records: Map<string, R>,
    id: string,
    changes: NoInfer<Partial<R>>,
  ): R {
    const before = records.get(id)!;
    const after: R = {
      ...before,
      ...changes,
      etag: `"v${Number(before.etag.replaceAll(/\D/g, '')) + 1}"`,
      updatedAt: this.now(),
    };
    records.set(id, after);
    return after;
  }

  /** A record, if the person who asks may see it. */
  find<R extends object>(
    { records, policy }: Records<R>,
    { params, request }: Call & { params: { id: string } },
  ): R | undefined {
    const record = records.get(params.id);
    return record && policy.maySee(record as never, this.sessionOf(request)) ? record : undefined;
  }

  /** Changes a record for a request that names its version, as a rule of the SDK says. */
  changeFor<R extends { etag: string; updatedAt: string }>(
    collection: Records<R>,
    call: Call & { params: { id: string } },
    rule: (before: R, roles: Role[]) => Outcome<Partial<R>, unknown>,
  ): R | Reply {
    const before = this.find(collection, call);
    if (!before) return problem('not-found');
    if (call.request.headers.get('if-match') !== before.etag) return problem('precondition-failed');
    const outcome = rule(before, collection.policy.rolesTowards(before as never, this.sessionOf(call.request)));
    return isRefused(outcome) ? refusal(outcome) : this.change(collection.records, call.params.id, outcome.changes);
  }

  /** Wraps the handlers in the checks of the server: network, session, rights of the contract, idempotency. */
  protected guarded(handlers: Handlers): Handlers {
    return Object.fromEntries(
      Object.entries(handlers).map(([area, resolvers]) => [
        area,
        Object.fromEntries(
          Object.entries(resolvers).map(([name, resolve]) => [
            name,
            (call: Call) => this.#handle(area, name, resolve as Resolve, call),
          ]),
        ),
      ]),
    ) as Handlers;
  }

  async #handle(area: string, name: string, resolve: Resolve, call: Call): Promise<unknown> {
    if (!navigator.onLine) return offline();
    const fault = this.#faults.get(`${area}.${name}` as Operation)?.shift();
    const { method, roles } = (api as unknown as Record<string, Record<string, Endpoint>>)[area]![name]!;
    const proceed = async () => this.#refusal(roles, call) ?? this.#handleOnce(method, resolve, call);
    return fault ? fault(proceed) : proceed();
  }

  #refusal(allowed: readonly Role[], { request }: Call): Reply | undefined {
    const { subject, roles } = this.sessionOf(request);
    if (this.#expired.has(this.personOf(request))) return problem('unauthenticated');
    if (roles.some((role) => allowed.includes(role))) return undefined;
    return problem(subject === null ? 'unauthenticated' : 'forbidden');
  }

  /** A second request with the same key gets the response of the first. */
  #handleOnce(method: string, resolve: Resolve, call: Call): Promise<unknown> {
    const key = method === 'POST' ? call.request.headers.get('idempotency-key') : null;
    if (!key) return Promise.resolve(resolve(call));
    if (!this.#keys.has(key)) this.#keys.set(key, Promise.resolve(resolve(call)));
    return this.#keys.get(key)!;
  }
}
