import { FairQueue } from './fair-queue.ts';

/** Work on files in memory, limited in amount. Images have a queue of their own, so that no document waits for them. */
export interface FileQueues {
  /** Finding out what a file is, and storing documents; counted in files. */
  inspection: FairQueue;
  /** Redrawing and storing images; counted in pixels. */
  redrawing: FairQueue;
}

/** @param maxPixels of the largest image taken */
export function createFileQueues(maxPixels: number): FileQueues {
  return {
    inspection: new FairQueue({ atOnce: 2, room: 400, speed: 20 }),
    // One large image or some ordinary ones; a caller may always bring two large ones at once.
    redrawing: new FairQueue({ atOnce: maxPixels, room: 18 * maxPixels, speed: 25_000_000 }),
  };
}
