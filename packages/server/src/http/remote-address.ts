import { isIP } from 'node:net';

/**
 * What a rate limit counts as one caller, by address: the peer, or whom the outermost trusted proxy names. What is no
 * address is not believed.
 *
 * @param trustedProxies how many proxies in front are believed, counted from here
 */
export function callerAddress(
  forwardedFor: string | null,
  peer: string | undefined,
  trustedProxies: number,
): string | undefined {
  const hops = (forwardedFor ?? '').split(',').map((hop) => withoutPort(hop.trim()));
  const named = trustedProxies === 0 ? undefined : hops.at(-trustedProxies);
  const address = named !== undefined && isIP(named) !== 0 ? named : peer;
  return address === undefined ? undefined : networkOf(address);
}

/** Some proxies, IIS among them, add the port, which is another for every connection. */
function withoutPort(hop: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^([\d.]+):\d+$/.exec(hop)?.[1] ?? hop;
}

/** Of IPv6 the first 64 bits: the rest a subscriber changes at will. */
function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [before, after] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = after ? Array.from({ length: 8 - before!.length - after.length }, () => '0') : [];
  const groups = [...before!, ...zeros, ...(after ?? [])].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
