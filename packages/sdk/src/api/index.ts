import { assessments } from '../assessments/contract.ts';
import { attachments } from '../attachments/contract.ts';
import { cases } from '../cases/contract.ts';
import { models } from '../models/contract.ts';
import { plans } from '../plans/contract.ts';
import { rubrics } from '../rubrics/contract.ts';
import { session } from '../session/contract.ts';
import { units } from '../units/contract.ts';

/** Every endpoint of the API, by area. Client, server, OpenAPI document, mock handlers and rights matrix come from here. */
export const api = { assessments, attachments, cases, models, plans, rubrics, session, units } as const;

export type Api = typeof api;

export { events, type DomainEvent } from './events.ts';
