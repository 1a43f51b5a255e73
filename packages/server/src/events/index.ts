export {
  actorOf,
  appendEvent,
  appendHistories,
  beginEvents,
  eventsOf,
  verifyEvents,
  type BrokenLink,
} from './events.ts';
export type { EventActor, EventData, NewEvent, StoredEvent } from './event.ts';
