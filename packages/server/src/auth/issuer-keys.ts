import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';

/** The least time between two requests to an issuer for its keys, successful or not. */
export const cooldown = 5000;

/** The public keys of an issuer. */
export interface IssuerKeys {
  /** A key for a token, for `jwtVerify`. */
  find: JWTVerifyGetKey;
  /** Loads the keys again, unless they were loaded just now; whether they were loaded. */
  renew(): Promise<boolean>;
}

/**
 * The keys at an address, loaded when first needed, again after ten minutes, and at once for a token with an unknown key.
 * Tokens with made-up keys cannot cause more than one request in five seconds.
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

/** Keys from a function of the host, which cannot be loaded again. */
export function givenKeys(keys: JWTVerifyGetKey): IssuerKeys {
  return { find: keys, renew: async () => false };
}

/** If no key has the `kid` of a token, tries the keys without a `kid`. */
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
