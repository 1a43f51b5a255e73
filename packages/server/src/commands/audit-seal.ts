import { sealRecords } from '../ledger.ts';
import type { Command } from './command.ts';
import { withLedger } from './with-database.ts';

export const auditSeal: Command = (environment) =>
  withLedger(environment, async (ledger) => {
    const { events, records } = await sealRecords(ledger);
    console.log(`${events} events sealed, ${records} records taken as they stand`);
  });
