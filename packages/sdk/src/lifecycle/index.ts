export { stepEvents, withSameShape, type EventCatalogue, type EventOf } from './events.ts';
export { actionOfEvent, checkStep, chooseStep, stepsFor, takeStep, type StepChanges, type StepInput } from './steps.ts';
export { isRefused, refusalFor, type Outcome, type Refusal } from './outcome.ts';
export type { ActorOf, Transition } from './transition.ts';
