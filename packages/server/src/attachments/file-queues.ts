import { FairQueue } from '../load/fair-queue.ts';
import { maxPixels } from './images.ts';

/** What is done with files in memory, so many at a time. Images have a queue of their own: no document waits for them. */
export interface FileQueues {
  /** Finding out what a file is, and keeping a document; counted in files. */
  looking: FairQueue;
  /** Drawing and keeping images; counted in pixels. */
  drawing: FairQueue;
}

export function createFileQueues(): FileQueues {
  return {
    looking: new FairQueue({ atOnce: 2, room: 400, speed: 20 }),
    // One large image or some ordinary ones; a caller may always bring two large ones at once.
    drawing: new FairQueue({ atOnce: maxPixels, room: 18 * maxPixels, speed: 25_000_000 }),
  };
}
