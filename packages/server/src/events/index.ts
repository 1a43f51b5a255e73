export { keepAnchor, newestAnchor } from './anchor-file.ts';
export { parseAnchor, takeAnchor, type LedgerAnchor } from './anchor.ts';
export type { EventActor, EventData, NewEvent, RecordState, StoredEvent } from './event.ts';
export { describeFault, type LedgerFault } from './faults.ts';
export {
  actorOf,
  announceNothing,
  appendEvent,
  appendEvents,
  appendHistories,
  eventsBetween,
  eventsOf,
  type AddedEvent,
  type Announce,
  type EventContext,
  type PastEvent,
} from './ledger.ts';
export { idsOf, type RecordKind } from './record-kind.ts';
export { sealLedger, unsealedTenants, type Sealed } from './seal.ts';
export { events } from './table.ts';
export { verifyLedger, type Verification, type VerifyOptions } from './verify.ts';
