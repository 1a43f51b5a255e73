import {
  allowInsecureRequests,
  discovery,
  type ClientAuth,
  type ClientMetadata,
  type Configuration,
} from 'openid-client';
import { cooldown, remoteKeys, type IssuerKeys } from './issuer-keys.ts';

/** How an issuer is spoken to: what it publishes of itself, with the client that it knows this server as. */
export type FindConfiguration = () => Promise<Configuration>;

/** How long what an issuer publishes of itself is believed, in milliseconds. */
const believedFor = 60 * 60 * 1000;
/** How long an issuer may take to say it, in seconds. */
const patience = 5;

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** Whether nobody between here and an address can read and change what is said: over https, or on this machine. */
export function isSafeAddress({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
}

/** What speaking to an issuer on this machine needs besides. */
const plainOnLoopback = ({ protocol, hostname }: URL) =>
  protocol === 'http:' && loopback.test(hostname) ? [allowInsecureRequests] : [];

/**
 * What an issuer publishes of itself (`/.well-known/openid-configuration`), asked for when first needed and again each hour.
 * What was known stays while the issuer cannot be reached, and one that cannot is not asked by every request.
 *
 * @param read asks the issuer
 * @throws Error where the issuer cannot be reached, or names itself otherwise
 */
export function remembered(read: FindConfiguration): FindConfiguration {
  let known: { at: number; configuration: Configuration } | undefined;
  let failed: { at: number; error: unknown } | undefined;
  let reading: Promise<Configuration> | undefined;

  async function readAnew(): Promise<Configuration> {
    try {
      const configuration = await read();
      known = { at: Date.now(), configuration };
      failed = undefined;
      return configuration;
    } catch (error) {
      failed = { at: Date.now(), error };
      if (known) return known.configuration;
      throw error;
    } finally {
      reading = undefined;
    }
  }

  return async () => {
    if (known && Date.now() < known.at + believedFor) return known.configuration;
    if (failed && Date.now() < failed.at + cooldown) {
      if (known) return known.configuration;
      throw failed.error;
    }
    reading ??= readAnew();
    return reading;
  };
}

/** Asks an issuer for what it publishes of itself, as a client of it. */
export function discover(
  issuer: string,
  clientId: string,
  metadata?: Partial<ClientMetadata>,
  authentication?: ClientAuth,
): Promise<Configuration> {
  const address = new URL(issuer);
  return discovery(address, clientId, metadata, authentication, {
    timeout: patience,
    execute: plainOnLoopback(address),
  });
}

/** The keys of an issuer, wherever it says that they are. */
export function discoveredKeys(find: FindConfiguration): IssuerKeys {
  let known: { address: string; keys: IssuerKeys } | undefined;
  async function current(): Promise<IssuerKeys> {
    const { jwks_uri: address = '' } = (await find()).serverMetadata();
    const url = URL.parse(address);
    if (!url || !isSafeAddress(url)) throw new Error('The issuer names no safe address of its keys (jwks_uri)');
    if (known?.address !== address) known = { address, keys: remoteKeys(url) };
    return known.keys;
  }
  return {
    find: async (header, token) => (await current()).find(header, token),
    renew: async () => (await current()).renew(),
  };
}
