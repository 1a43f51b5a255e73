import { Duplex } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';

/** A socket look-alike over a message port: what `pg` uses of `net.Socket`, no more. */
export class PortStream extends Duplex {
  readonly #port: MessagePort;
  /** A message was sent and has no reply yet. */
  #awaitingReply = false;

  /** @param abandoned called when it closes while a reply is awaited: the worker may be hanging */
  constructor(port: MessagePort, abandoned: () => void) {
    super({ autoDestroy: true, emitClose: true });
    this.#port = port;
    port.on('message', (bytes: Uint8Array) => {
      this.#awaitingReply = false;
      this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    });
    port.on('close', () => this.destroy());
    this.once('close', () => {
      if (this.#awaitingReply) abandoned();
    });
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    this.#port.ref();
    return this;
  }

  unref(): this {
    this.#port.unref();
    return this;
  }

  override _read(): void {
    // Bytes are pushed as they arrive.
  }

  override _write(bytes: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#send(new Uint8Array(bytes));
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#send(new Uint8Array(Buffer.concat(chunks.map(({ chunk }) => chunk))));
    done();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#port.close();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#port.close();
    done(error);
  }

  #send(bytes: Uint8Array): void {
    this.#awaitingReply = true;
    this.#port.postMessage(bytes);
  }
}
