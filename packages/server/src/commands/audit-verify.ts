import { readFile } from 'node:fs/promises';
import { describeFault } from '@dvk/sdk/audit';
import { parseAnchor } from '../events/index.ts';
import { languageOf } from '../help/help.ts';
import { verifyRecords } from '../ledger.ts';
import type { Command } from './command.ts';
import { withLedger } from './with-database.ts';

/** How many faults are listed; of more only the number is given. */
const mostFaults = 200;
const progressEvery = 50_000;

async function readAnchor(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(
      `The anchor "${file}" cannot be read (${(error as NodeJS.ErrnoException).code}): give the path of a file that "audit anchor" wrote`,
      { cause: error },
    );
  }
}

export const auditVerify: Command = async (environment, { anchor: file, lang }) => {
  const locale = languageOf(lang, environment);
  const anchor = file === undefined ? undefined : parseAnchor(await readAnchor(file));
  await withLedger(environment, async (ledger) => {
    if (anchor && anchor.tenant !== ledger.tenant) {
      throw new Error(`The anchor is of tenant "${anchor.tenant}", not of "${ledger.tenant}"`);
    }
    let listed = 0;
    let nextReport = progressEvery;
    const { events, records, faults } = await verifyRecords({
      ...ledger,
      anchor,
      onFault(fault) {
        listed += 1;
        if (listed <= mostFaults) console.log(describeFault(fault, locale));
      },
      onProgress(progress) {
        if (progress.events + progress.records < nextReport) return;
        nextReport += progressEvery;
        console.error(`… ${progress.events} events, ${progress.records} records`);
      },
    });
    if (faults > mostFaults) console.log(`… and ${faults - mostFaults} more`);
    const against = anchor ? `, held against the anchor of ${anchor.at}` : '';
    console.log(
      `${events} events and ${records} records checked${against}: ${faults === 0 ? 'all hold' : `${faults} faults`}`,
    );
    if (faults > 0) process.exitCode = 1;
  });
};
