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

/** What is written down with each change. */
export interface NewEvent {
  /** `<area>/<id>`, e.g. `model/0192…`. */
  subject: string;
  /** `<area>.<verb>`, e.g. `model.registered`. */
  kind: string;
  data: EventData;
}

/** An event as stored. */
export interface StoredEvent extends NewEvent {
  tenant: string;
  sequence: number;
  at: string;
  actor: EventActor;
}
