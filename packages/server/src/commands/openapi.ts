import { describeApi } from '../create-server.ts';
import type { Command } from './command.ts';

export const openapi: Command = async () => console.log(JSON.stringify(describeApi(), null, 2));
