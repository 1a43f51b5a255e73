import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';

/** A receiver that does what it is told once for each key. */
export interface Receiver {
  url: string;
  /** How often each key came. */
  deliveries: Map<string, number>;
  /** Answers nothing more once so many keys have come, until it is told another count; resolves when that many have. */
  holdAt(count: number): Promise<void>;
  close(): void;
}

export async function startReceiver(): Promise<Receiver> {
  const deliveries = new Map<string, number>();
  let limit = Infinity;
  let held = Promise.withResolvers<void>();
  let released = Promise.withResolvers<void>();
  const server = createServer(async (request, response) => {
    const key = await text(request).catch(() => '');
    if (key !== '') deliveries.set(key, (deliveries.get(key) ?? 0) + 1);
    if (deliveries.size >= limit) {
      held.resolve();
      await released.promise;
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deliveries,
    holdAt(count) {
      released.resolve();
      limit = count;
      held = Promise.withResolvers();
      released = Promise.withResolvers();
      return held.promise;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
