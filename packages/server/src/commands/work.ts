import { createWorker } from '../create-worker.ts';
import type { Command } from './command.ts';
import { endInTime, stopSignal, withServerDatabase } from './run-until-stopped.ts';

export const work: Command = async (environment) => {
  if (!environment.DATABASE_URL)
    throw new Error(
      'work needs DATABASE_URL: an embedded database is open to one process alone, and "serve" does its jobs',
    );
  await withServerDatabase(environment, async (options) => {
    const worker = createWorker(options);
    options.log.info('ready for jobs');
    await stopSignal(options.log);
    endInTime(options.log);
    await worker.close();
  });
};
