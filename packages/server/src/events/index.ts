export { keepAnchor, newestAnchor, readKeptAnchor } from './anchor-file.ts';
export { parseAnchor, takeAnchor, UnsealedLedger } from './anchor.ts';
export type { EventActor, EventData, NewEvent, RecordState, StoredEvent } from './event.ts';
export {
  actorOf,
  announceNothing,
  appendEvent,
  appendEvents,
  appendHistories,
  eventsBetween,
  eventsOf,
  systemActor,
  type AddedEvent,
  type Announce,
  type EventContext,
  type PastEvent,
} from './ledger.ts';
export { idsOf, type RecordKind } from './record-kind.ts';
export { sealLedger, unsealedTenants, type Sealed } from './seal.ts';
export { actorSubject, events } from './table.ts';
export { verifyLedger, type Verification, type VerifyOptions } from './verify.ts';
