import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';

/** Within this time after it was asked, or tried in vain, an issuer is not asked for its keys again. */
const cooldown = 5000;

/** The public keys of an issuer. */
export interface IssuerKeys {
  /** A key for a token, for `jwtVerify`. */
  find: JWTVerifyGetKey;
  /** Reads the keys again, unless that was done just now; tells whether it was. */
  renew(): Promise<boolean>;
}

/**
 * The keys at an address, read when they are first needed and at most every ten minutes, and at once for a token whose key
 * is not known. Tokens with made-up keys cannot make us ask more often than every five seconds.
 */
export function remoteKeys(address: URL): IssuerKeys {
  let failure: { at: number; error: unknown } | undefined;
  const keys = createRemoteJWKSet(address, {
    cooldownDuration: cooldown,
    async [customFetch](url, options) {
      if (failure && Date.now() < failure.at + cooldown) throw failure.error;
      failure = undefined;
      try {
        const response = await fetch(url, options);
        if (response.status !== 200) throw new errors.JOSEError(`The issuer's keys were answered ${response.status}`);
        return response;
      } catch (error) {
        failure = { at: Date.now(), error };
        throw error;
      }
    },
  });
  return {
    find: orUnnamed(keys, () => keys.jwks()),
    async renew() {
      if (keys.coolingDown) return false;
      await keys.reload();
      return true;
    },
  };
}

/** Keys that somebody else looks after. */
export function givenKeys(keys: JWTVerifyGetKey): IssuerKeys {
  return { find: keys, renew: async () => false };
}

/** Where no key has the name that a token gives, those without a name may be meant. */
function orUnnamed(
  keys: JWTVerifyGetKey,
  known: () => ReturnType<ReturnType<typeof createRemoteJWKSet>['jwks']>,
): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || header.kid === undefined) throw error;
      const { kid: _, ...rest } = header;
      return createLocalJWKSet({ keys: known()!.keys.filter(({ kid }) => kid === undefined) })(rest, token);
    }
  };
}
