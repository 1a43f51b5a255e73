import { setTimeout } from 'node:timers/promises';
import { address, drainTime } from '../config.ts';
import { createServer } from '../create-server.ts';
import { listen } from '../listen.ts';
import type { Command } from './command.ts';
import { endInTime, stopSignal, withServerDatabase } from './run-until-stopped.ts';

export const serve: Command = async (environment) => {
  const where = address(environment);
  const drain = drainTime(environment);
  await withServerDatabase(environment, async (options) => {
    const server = createServer(options);
    const listening = await listen(server.fetch, where);
    options.log.info({ url: listening.url }, 'ready');
    // Whoever presses Ctrl-C waits in front of it.
    if ((await stopSignal(options.log)) === 'SIGTERM' && drain > 0) {
      server.drain();
      options.log.info({ seconds: drain }, 'not ready any more; requests are still answered');
      await setTimeout(drain * 1000);
    }
    endInTime(options.log);
    const drained = listening.close();
    await server.close();
    await drained;
  });
};
