import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const nonceLength = 12;
const tagLength = 16;

/** Checks a master secret: at least 32 bytes, or text of at least 32 characters. */
export function checkMasterKey(master: string | Uint8Array): Uint8Array {
  const bytes = typeof master === 'string' ? new TextEncoder().encode(master) : master;
  if (bytes.length < 32) throw new Error('The secret key must have at least 32 characters');
  return bytes;
}

/**
 * Everything the server keeps secret, from one master key: each purpose gets its own key, so that a value made for one
 * can never be used for another.
 */
export class Keyring {
  readonly #master: Uint8Array;
  readonly #derived = new Map<string, Buffer>();

  constructor(master: string | Uint8Array) {
    this.#master = checkMasterKey(master);
  }

  #key(purpose: string): Buffer {
    let key = this.#derived.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.#master, '', `dvk/${purpose}`, 32));
      this.#derived.set(purpose, key);
    }
    return key;
  }

  /** Keyed hash of `parts`; each part is length-prefixed, so that no two lists of parts look alike. */
  mac(purpose: string, ...parts: string[]): Buffer {
    const hash = createHmac('sha256', this.#key(purpose));
    for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
    return hash.digest();
  }

  /** Encrypts text (AES-256-GCM), bound to `context`: it opens only with the same one. */
  seal(purpose: string, context: string, text: string): Buffer {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', this.#key(purpose), nonce).setAAD(Buffer.from(context));
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws Error when the text was sealed for another purpose, context or key, or was altered. */
  open(purpose: string, context: string, sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.#key(purpose), sealed.subarray(0, nonceLength))
      .setAAD(Buffer.from(context))
      .setAuthTag(sealed.subarray(-tagLength));
    const text = Buffer.concat([decipher.update(sealed.subarray(nonceLength, -tagLength)), decipher.final()]);
    return text.toString('utf8');
  }
}

/** Compares in a time that does not depend on where they differ. */
export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
