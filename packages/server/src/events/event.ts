import type { DomainEvent } from '@dvk/sdk/api';

/** Who did it: the token's subject and roles, no name. A sender who proved it by the secret is `sender`. */
export interface EventActor {
  subject: string | null;
  roles: readonly string[];
  unitId: string | null;
}

/**
 * What happened, in facts that may be kept for ever: states, versions, reasons, names of changed fields – no contact
 * data and no content of a citizen's matter, which may have to be erased one day.
 */
export type EventData = Readonly<Record<string, unknown>>;

/** Keyed digests of what an event left in the database, by part of the record; `null` for a part that it removed. */
export type EventState = Readonly<Record<string, string | null>>;

/** What is written down with each change: an event of the catalogue, and whose it is. */
export type NewEvent = DomainEvent & {
  /** `<area>/<id>`, e.g. `model/0192…`. */
  subject: string;
  /** The parts of the record that the change wrote, as they now stand in the database; see `RecordKind`. */
  state: RecordState;
};

/** The rows of a record by a name for each part; `null` for a part that is not there any more. */
export type RecordState = Readonly<Record<string, object | null>>;

/** An event as stored. */
export interface StoredEvent {
  tenant: string;
  /** 1, 2, 3 … within the tenant, without a gap. */
  position: number;
  subject: string;
  /** 1, 2, 3 … within the subject. */
  sequence: number;
  kind: string;
  at: string;
  actor: EventActor;
  data: EventData;
  /** `null` for an event of before the ledger. */
  state: EventState | null;
}
