import { api } from '@dvk/sdk/api';
import type { Assessment } from '@dvk/sdk/assessments';
import type { Attachment } from '@dvk/sdk/attachments';
import type { Case, CaseHistoryEntry } from '@dvk/sdk/cases';
import type { Endpoint, Role } from '@dvk/sdk/contract';
import { isRefused, type Outcome, type Refusal } from '@dvk/sdk/lifecycle';
import type { Model } from '@dvk/sdk/models';
import type { RowPolicy, Session } from '@dvk/sdk/session';
import { dateInVietnam, makeCode } from '@dvk/sdk/text';
import { offline, problem, type MockHandlers, type Reply } from '@dvk/sdk/testing';
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

/** A model with the unit that registered it. */
export interface ModelRecord extends Model {
  ownerUnitId: string | null;
}

/** A case with what only the province knows about it. */
export interface CaseFile extends Case {
  secret: string;
  history: CaseHistoryEntry[];
}

/** Records with who sees and changes them. */
export interface Records<R> {
  records: Map<string, R>;
  policy: Pick<RowPolicy<keyof R & string>, 'maySee' | 'rolesTowards'>;
}

/** The answer to what a rule refuses. */
export function refusal({ refused, issues = [] }: Refusal): Reply {
  return problem(refused, { errors: issues });
}

type Call = { request: Request };
type Resolve = (call: Call) => unknown;

/** What a province keeps, and what stands before every answer of it: network, session, rights, idempotency. */
export class ProvinceRecords {
  readonly models = new Map<string, ModelRecord>();
  readonly assessments = new Map<string, Assessment>();
  readonly cases = new Map<string, CaseFile>();
  readonly files = new Map<string, Attachment>();
  readonly #keys = new Map<string, Promise<unknown>>();
  readonly #faults = new Map<Operation, Fault[]>();
  readonly #expired = new Set<Person>();
  #serial = 0;

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

  /** A record, if whoever asks may see it. */
  find<R extends object>(
    { records, policy }: Records<R>,
    { params, request }: Call & { params: { id: string } },
  ): R | undefined {
    const record = records.get(params.id);
    return record && policy.maySee(record as never, this.sessionOf(request)) ? record : undefined;
  }

  /** Changes a record for a request that names its version, as a rule of the SDK says. */
  changeFor<R extends { etag: string; updatedAt: string }>(
    kept: Records<R>,
    call: Call & { params: { id: string } },
    rule: (before: R, roles: Role[]) => Outcome<Partial<R>, unknown>,
  ): R | Reply {
    const before = this.find(kept, call);
    if (!before) return problem('not-found');
    if (call.request.headers.get('if-match') !== before.etag) return problem('precondition-failed');
    const outcome = rule(before, kept.policy.rolesTowards(before as never, this.sessionOf(call.request)));
    return isRefused(outcome) ? refusal(outcome) : this.change(kept.records, call.params.id, outcome.changes);
  }

  /** Puts before every answer what the server puts there: network, session, rights of the contract, idempotency. */
  protected guarded(answers: Answers): Answers {
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
