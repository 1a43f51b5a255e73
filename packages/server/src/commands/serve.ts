import { address } from '../config.ts';
import { createServer } from '../create-server.ts';
import { listen } from '../listen.ts';
import type { Command } from './command.ts';
import { stopSignal, withServerDatabase } from './run-until-stopped.ts';

export const serve: Command = async (environment) => {
  const where = address(environment);
  await withServerDatabase(environment, async (options) => {
    const server = createServer(options);
    const listening = await listen(server.fetch, where);
    options.log.info({ url: listening.url }, 'ready');
    await stopSignal(options.log);
    const drained = listening.close();
    await server.close();
    await drained;
  });
};
