import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { AddressRefused, hostOf, isPublicAddress, lookUpPublic } from './public-address.ts';

/** Milliseconds in which a receiver must have answered. */
export const patience = 10_000;

interface Post {
  url: URL;
  body: string;
  headers: Record<string, string>;
  /** Hosts of closed networks to which messages may go. */
  hosts: readonly string[];
  signal: AbortSignal;
  timeout?: number;
}

/**
 * Posts to a receiver and gives the status of its answer, of which no more is read. It follows no redirect: that would be another address,
 * which nobody checked.
 *
 * @throws AddressRefused where it is in a private network that `hosts` does not name
 */
export async function post({ url, body, headers, hosts, signal, timeout = patience }: Post): Promise<number> {
  const host = hostOf(url);
  const isAllowed = hosts.includes(host);
  if (!isAllowed && isIP(host) !== 0 && !isPublicAddress(host)) throw new AddressRefused();
  const request = (url.protocol === 'https:' ? https : http).request(url, {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    agent: false,
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    ...(!isAllowed && { lookup: lookUpPublic }),
  });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.on('error', () => {});
  response.destroy();
  return response.statusCode!;
}
