import { sameBytes, type Keyring } from '../secrets/keyring.ts';
import { HttpProblem } from '../problems/problem.ts';

const macLength = 16;

/** Where the next page begins: the sort key of the last row given. */
export type Position = readonly (string | number | null)[];

/** Page cursors: opaque to callers, signed, and good only for the list and filters they were made for. */
export class Cursors {
  readonly #keyring: Keyring;

  constructor(keyring: Keyring) {
    this.#keyring = keyring;
  }

  #mac(scope: string, position: string): Buffer {
    return this.#keyring.mac('cursor', scope, position).subarray(0, macLength);
  }

  /** @param scope everything that must stay the same from page to page */
  write(scope: string, position: Position): string {
    const text = JSON.stringify(position);
    return Buffer.concat([this.#mac(scope, text), Buffer.from(text)]).toString('base64url');
  }

  /** @throws HttpProblem `cursor-invalid` when it was not made here, or for another list */
  read(scope: string, cursor: string): Position {
    const bytes = Buffer.from(cursor, 'base64url');
    const text = bytes.subarray(macLength).toString('utf8');
    if (!sameBytes(bytes.subarray(0, macLength), this.#mac(scope, text))) throw new HttpProblem('cursor-invalid');
    return JSON.parse(text) as Position;
  }
}
