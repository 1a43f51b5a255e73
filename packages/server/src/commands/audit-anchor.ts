import { anchorLedger } from '../ledger.ts';
import type { Command } from './command.ts';
import { withLedger } from './with-database.ts';

export const auditAnchor: Command = (environment) =>
  withLedger(environment, async (ledger) => console.log(JSON.stringify(await anchorLedger(ledger))));
