import { createContext } from '@lit/context';
import type { Client } from '@dvk/sdk/client';
import type { Session } from '@dvk/sdk/session';

export type { Client, Session };

/** Gives the token of the person who is signed in; nothing if no one is. */
export type GetToken = () => Promise<string | null | undefined> | string | null | undefined;

/** What `<dvk-context>` gives to every widget inside it, and what a widget alone on a page makes for itself. */
export interface Connection {
  readonly client: Client;
  /** Who is signed in; one request serves all widgets. */
  readonly session: Promise<Session>;
  /** Connects anew, for whoever is signed in now; connections of earlier versions cannot. */
  readonly renew?: (() => void) | undefined;
}

/** The key is shared by all copies of this package on a page. */
export const connectionContext = createContext<Connection | undefined>(Symbol.for('dvk:connection:1'));
