import type { Transport } from '@dvk/sdk/client';
import { loadPart } from './load-part.ts';

let transport: Transport | undefined;

/** Brings what sends requests along: for widgets that make one at once. */
export function useTransport(given: Transport): void {
  transport = given;
}

/** Loads what sends requests, unless it is there: with the first one, or as soon as one is likely. */
export async function loadTransport(): Promise<Transport> {
  transport ??= (await loadPart(() => import('./transport.ts'))).exchange;
  return transport;
}
