export {
  actorOf,
  appendEvent,
  appendHistories,
  beginEvents,
  eventsOf,
  verifyEvents,
  type BrokenLink,
  type EventActor,
  type EventData,
  type NewEvent,
  type StoredEvent,
} from './events.ts';
