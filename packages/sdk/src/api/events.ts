import * as z from 'zod/mini';
import type { EventCatalogue, EventOf } from '../lifecycle/events.ts';
import * as areas from './areas.ts';

type Area = (typeof areas)[keyof typeof areas];
type EventOfArea<A extends Area> = A extends { events: infer Catalogue extends EventCatalogue }
  ? EventOf<Catalogue>
  : never;
type AreaEvent = EventOfArea<Area>;

/** What an event is about: the part of its name before the dot. */
type SubjectOf<Kind extends string> = Kind extends `${infer Subject}.${string}` ? Subject : never;
const subjectOf = (kind: string): string => kind.slice(0, kind.indexOf('.'));

const areaEvents: EventCatalogue = Object.assign(
  {},
  ...Object.values(areas).map((area) => ('events' in area ? area.events : {})),
);

const ledgerEvents = {
  /** A ledger taken as it stood, with so many events and so many faults in them. */
  'ledger.sealed': z.object({ events: z.int(), faults: z.int() }),
} as const;

/** A record taken as it stood: of before the ledger, or changed by hand. */
const sealed = z.object({});
const sealings: EventCatalogue = Object.fromEntries(
  Object.keys(areaEvents).map((kind) => [`${subjectOf(kind)}.sealed`, sealed]),
);

/** One event of the ledger. */
export type DomainEvent =
  | AreaEvent
  | EventOf<typeof ledgerEvents>
  | { kind: `${SubjectOf<AreaEvent['kind']>}.sealed`; data: z.input<typeof sealed> };

const catalogue: EventCatalogue = { ...areaEvents, ...ledgerEvents, ...sealings };

/**
 * Every event: what happened, in the past tense, with what it tells. History, reports, messages to other systems and
 * replays read them; nothing else is ever written into the ledger.
 */
export const events = catalogue as Readonly<Record<DomainEvent['kind'], z.ZodMiniObject>>;
