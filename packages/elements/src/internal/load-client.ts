import type { Client, ClientConfig } from '@dvk/sdk/client';
import { loadPart } from './load-part.ts';

type MakeClient = (config: ClientConfig) => Client;

let makeClient: MakeClient | undefined;

/** Brings along what makes a client: for widgets that make a request at once. */
export function useClients(given: MakeClient): void {
  makeClient = given;
}

/** Loads what makes a client, unless it is there: with the first request, or as soon as one is likely. */
export async function loadClients(): Promise<MakeClient> {
  makeClient ??= (await loadPart(() => import('./make-client.ts'))).createClient;
  return makeClient;
}
