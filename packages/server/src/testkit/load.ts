/**
 * Asks one address after the other, so many at once, until told to stop: the other end of a measurement, in a thread of
 * its own, so that its work is not taken for the server's.
 */
import { isMainThread, parentPort, workerData, Worker } from 'node:worker_threads';

interface Orders {
  urls: string[];
  headers: Record<string, string>;
  atOnce: number;
}

/** Answers counted by a running load. */
export interface Load {
  /** Stops, and tells how many answers came, and how long the middle one took in milliseconds. */
  stop(): Promise<{ answers: number; median: number }>;
}

export async function startLoad(orders: Orders): Promise<Load> {
  const worker = new Worker(new URL(import.meta.url), { workerData: orders });
  await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  return {
    stop: () =>
      new Promise((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.postMessage('stop');
      }),
  };
}

async function run({ urls, headers, atOnce }: Orders): Promise<void> {
  const port = parentPort!;
  const times: number[] = [];
  const stopped = new AbortController();
  let next = 0;
  port.once('message', () => stopped.abort());
  const one = async () => {
    while (!stopped.signal.aborted) {
      const started = performance.now();
      const response = await fetch(urls[next++ % urls.length]!, { headers });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      await response.arrayBuffer();
      if (times.push(performance.now() - started) === 1) port.postMessage('started');
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  port.postMessage({ answers: times.length, median: times.sort((a, b) => a - b)[times.length >> 1] });
}

if (!isMainThread) await run(workerData as Orders);
