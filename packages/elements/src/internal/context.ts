import { createContext } from '@lit/context';
import type { Client, Session } from './client.ts';

/** What `<dvk-context>` gives to every widget inside it. */
export interface DvkContextValue {
  readonly client?: Client;
  /** Who is signed in; absent until known. */
  readonly session?: Session;
}

/** A symbol of the page's registry, so that several copies of this package share one context. */
export const dvkContext = createContext<DvkContextValue>(Symbol.for('dvk:context:1'));
