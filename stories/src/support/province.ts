import { api } from '@dvk/sdk/api';
import type { Assessment } from '@dvk/sdk/assessments';
import type { Attachment } from '@dvk/sdk/attachments';
import type { Case, CaseHistoryEntry } from '@dvk/sdk/cases';
import type { Endpoint, Role } from '@dvk/sdk/contract';
import type { Model } from '@dvk/sdk/models';
import type { Session } from '@dvk/sdk/session';
import { dateInVietnam, makeCode } from '@dvk/sdk/text';
import { offline, problem, toMsw, type MockHandlers, type Reply } from '@dvk/sdk/testing';
import { assessmentAnswers } from './assessments.ts';
import { caseAnswers } from './cases.ts';
import { libraryAnswers } from './library.ts';
import { modelAnswers } from './models.ts';
import { restoreNetwork } from './network.ts';
import { persons, type Person } from './persons.ts';

type Api = typeof api;
/** What the province answers; every operation it does not name is not there. */
export type Answers = MockHandlers<Api>;
/** An operation of the contract, as `models.create`. */
export type Operation = {
  [Area in keyof Api & string]: `${Area}.${keyof Api[Area] & string}`;
}[keyof Api & string];

/** What gets in the way of one call; `proceed` lets the province answer it after all. */
export type Fault = (proceed: () => Promise<unknown>) => unknown;

/** The request arrives and is done, but its answer is lost on the way back. */
export const answerLost: Fault = async (proceed) => {
  await proceed();
  return offline();
};
/** An answer that waits until it is let go. */
export function held(): { fault: Fault; letGo: () => void } {
  let letGo = () => {};
  const gate = new Promise<void>((open) => (letGo = open));
  return {
    fault: async (proceed) => {
      await gate;
      return proceed();
    },
    letGo: () => letGo(),
  };
}

/** A case with what only the province knows about it. */
export interface CaseFile extends Case {
  secret: string;
  history: CaseHistoryEntry[];
}

type Call = { request: Request };
type Resolve = (call: Call) => unknown;

/**
 * A whole province in memory, for the stories in which people really click through: it keeps what is sent, moves it by
 * the same tables and rules as the server, and answers in the shapes of the contract. Things that go wrong are asked
 * for one call at a time.
 */
export class Province {
  readonly models = new Map<string, Model>();
  readonly assessments = new Map<string, Assessment>();
  readonly cases = new Map<string, CaseFile>();
  readonly files = new Map<string, Attachment>();
  readonly #keys = new Map<string, Promise<unknown>>();
  readonly #faults = new Map<Operation, Fault[]>();
  readonly #expired = new Set<Person>();
  #serial = 0;

  /** The handlers of Mock Service Worker, for the `msw` parameter of a story. */
  readonly handlers = toMsw(
    api,
    '/api',
    this.#guarded({
      session: { get: ({ request }) => this.sessionOf(request) },
      ...libraryAnswers(this),
      ...modelAnswers(this),
      ...assessmentAnswers(this),
      ...caseAnswers(this),
    }),
  );

  /** As on the first day: nothing stored, everybody signed in, the network there. */
  reset(): void {
    for (const kept of [this.models, this.assessments, this.cases, this.files, this.#keys, this.#faults]) kept.clear();
    this.#expired.clear();
    this.#serial = 0;
    restoreNetwork();
  }

  /** Lets the next calls of an operation go wrong, one after the other. */
  disturb(operation: Operation, ...faults: Fault[]): void {
    this.#faults.set(operation, [...(this.#faults.get(operation) ?? []), ...faults]);
  }

  /** Ends a person's session: every call of theirs is refused until they sign in again. */
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

  /** Changes a record as somebody would on another machine: it gets a new version. */
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

  /** Changes a record for a request that names its version; `work` says what changes, or refuses. */
  changeFor<R extends { etag: string; updatedAt: string }>(
    records: Map<string, R>,
    { params, request }: Call & { params: { id: string } },
    work: (before: R) => { changes: Partial<R> } | { refusal: Reply },
  ): R | Reply {
    const before = records.get(params.id);
    if (!before) return problem('not-found');
    if (request.headers.get('if-match') !== before.etag) return problem('precondition-failed');
    const outcome = work(before);
    return 'refusal' in outcome ? outcome.refusal : this.change(records, params.id, outcome.changes);
  }

  /** Puts before every answer what the server puts there: network, session, rights of the contract, idempotency. */
  #guarded(answers: Answers): Answers {
    return Object.fromEntries(
      Object.entries(answers).map(([area, resolvers]) => [
        area,
        Object.fromEntries(
          Object.entries(resolvers).map(([name, resolve]) => [
            name,
            (call: Call) => this.#answer(area, name, resolve as Resolve, call),
          ]),
        ),
      ]),
    ) as Answers;
  }

  async #answer(area: string, name: string, resolve: Resolve, call: Call): Promise<unknown> {
    if (!navigator.onLine) return offline();
    const fault = this.#faults.get(`${area}.${name}` as Operation)?.shift();
    const { method, roles } = (api as unknown as Record<string, Record<string, Endpoint>>)[area]![name]!;
    const proceed = async () => this.#refusal(roles, call) ?? this.#once(method, resolve, call);
    return fault ? fault(proceed) : proceed();
  }

  #refusal(allowed: readonly Role[], { request }: Call): Reply | undefined {
    const { subject, roles } = this.sessionOf(request);
    if (this.#expired.has(this.personOf(request))) return problem('unauthenticated');
    if (roles.some((role) => allowed.includes(role))) return undefined;
    return problem(subject === null ? 'unauthenticated' : 'forbidden');
  }

  /** The same key twice is done once and answered twice. */
  #once(method: string, resolve: Resolve, call: Call): Promise<unknown> {
    const key = method === 'POST' ? call.request.headers.get('idempotency-key') : null;
    if (!key) return Promise.resolve(resolve(call));
    if (!this.#keys.has(key)) this.#keys.set(key, Promise.resolve(resolve(call)));
    return this.#keys.get(key)!;
  }
}
