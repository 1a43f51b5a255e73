import type { DomainEvent } from '@dvk/sdk/api';
import { addWorkingTime, type WorkCalendar } from '@dvk/sdk/calendar';
import { isRefused, type Refusal } from '@dvk/sdk/lifecycle';
import type { EventActor, PastEvent } from '../events/index.ts';
import type { Dice } from './dice.ts';

/** What every generator knows. */
export interface Setting {
  tenant: string;
  /** Changes every choice. */
  seed: number;
  /** The moment up to which the demonstration has happened, RFC 3339. */
  now: string;
  calendar: WorkCalendar;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** A moment of the past, so many days before another. */
export function daysBefore(moment: string, days: number): string {
  return new Date(Date.parse(moment) - days * day).toISOString();
}

/** A moment in working hours, so many working hours (least, most) after another. */
export function afterWork({ calendar }: Setting, dice: Dice, moment: string, least: number, most: number): string {
  const minutes = dice.whole(Math.round(least * 60), Math.round(most * 60));
  return addWorkingTime(calendar, new Date(Date.parse(moment) + dice.whole(0, minute - 1)).toISOString(), minutes);
}

/** A moment on the way from one to another; 0 is the first, 1 the second. */
export function between(first: string, second: string, share: number): string {
  const start = Date.parse(first);
  return new Date(Math.round(start + (Date.parse(second) - start) * share)).toISOString();
}

/** The events of one subject, in the order in which they happened. */
export class History {
  readonly events: PastEvent[] = [];
  readonly #subject: string;

  constructor(subject: string) {
    this.#subject = subject;
  }

  add(event: DomainEvent, at: string, actor: EventActor): void {
    this.events.push({ ...event, subject: this.#subject, at, actor });
  }
}

/** What a rule allows; a demonstration that breaks a rule is a fault of ours. */
export function allowed<Done extends object>(outcome: Done | Refusal): Done {
  if (isRefused(outcome)) throw new Error(`The demonstration breaks a rule: ${JSON.stringify(outcome)}`);
  return outcome;
}

export const visitor: EventActor = { subject: null, roles: ['anonymous'], unitId: null };
export const sender: EventActor = { subject: null, roles: ['sender'], unitId: null };

/** A member of staff; of the unit that visitors can try, the very person they sign in as. */
export function staff(role: 'unit-officer' | 'unit-leader', unitId: string, demoUnitId: string): EventActor {
  const subject = unitId === demoUnitId ? `demo-${role}` : `demo-${role}-${unitId.slice(0, 8)}`;
  return { subject, roles: [role], unitId };
}
