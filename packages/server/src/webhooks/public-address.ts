import { lookup as resolve, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address to which nothing is sent. The message holds no address: it is shown to administrators. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
  readonly code = 'ADDRESS_REFUSED';

  constructor() {
    super('The receiver is in a private network');
  }
}

/** The part of IPv6 in which the addresses of the Internet are. */
const internet = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address is one of the Internet: none of this machine, of a private network, of the link – where clouds keep their secrets –,
 * nor one that only stands for such an address (IPv4 in IPv6, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(internet);
}

/** The host of an address as it is asked for, without the brackets of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/**
 * Looks a name up for a connection, and refuses it where any of its addresses is not one of the Internet. It is asked at the moment of
 * connecting, so that a name cannot lead elsewhere after it was checked.
 */
export const lookUpPublic: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 0);
    const addresses = found as unknown as LookupAddress[];
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => !isPublicAddress(address))) return done(new AddressRefused(), '', 0);
    return options.all ? done(null, addresses) : done(null, first.address, first.family);
  });
};
