import {
  Case,
  CaseTerm,
  GivenAnswer,
  PublicCaseStep,
  type CaseHistoryEntry,
  type ReceivedFields,
} from '@dvk/sdk/cases';
import * as z from 'zod/mini';
import { insertAll } from '../database/index.ts';
import type { ImportContext } from '../records/area.ts';
import { importedFields } from '../records/check-imported.ts';
import { importedColumns, type ImportedRecord } from '../records/imported.ts';
import { caseSearchText } from './search-text.ts';
import { hashCaseSecret, newCaseSecret } from './secrets.ts';
import { sealedSender } from './sender.ts';
import { cases, caseSenders, caseSteps } from './table.ts';

/** What other systems rarely keep. */
type RareFields = 'location' | 'earlierTerms' | 'extensionRequest';

/** A case to import, as it now stands. */
export interface ImportedCase
  extends
    ImportedRecord,
    Omit<ReceivedFields, RareFields>,
    Partial<Pick<ReceivedFields, RareFields>>,
    Pick<Case, 'code' | 'sender'> {
  /** The steps that the sender reads, oldest first. */
  steps: readonly CaseHistoryEntry[];
  /** What the sender was given to follow the case with; without one nobody can follow it from outside. */
  secret?: string;
}

export const importedCaseSchema = z.strictObject({
  ...z.omit(Case, { due: true, attachments: true, updatedAt: true, etag: true }).shape,
  location: z.optional(Case.shape.location),
  extensionRequest: z.optional(Case.shape.extensionRequest),
  earlierTerms: z.optional(z.array(z.extend(CaseTerm, { answer: z.nullable(GivenAnswer) }))),
  ...importedFields,
  calendarId: z.string(),
  calendarVersion: z.string(),
  answer: z.nullable(GivenAnswer),
  steps: z.array(
    z.extend(PublicCaseStep, {
      by: z.optional(PublicCaseStep.shape.by),
      innerNote: z.optional(z.nullable(z.string())),
    }),
  ),
  secret: z.optional(z.string()),
});

/** Writes imported cases: their rows, the steps that the sender reads, and, sealed, who sent them. */
export async function importCases(
  { db, keyring, tenant }: ImportContext,
  imported: readonly ImportedCase[],
): Promise<void> {
  await insertAll(
    db,
    cases,
    imported.map((each) => {
      const { history: _, files: __, steps: ___, sender: ____, secret = newCaseSecret(), ...fields } = each;
      return {
        ...fields,
        ...importedColumns(tenant, each),
        secretHash: hashCaseSecret(keyring, tenant, fields.code, secret),
        searchText: caseSearchText(fields),
      };
    }),
  );
  await insertAll(
    db,
    caseSteps,
    imported.flatMap(({ id, steps }) =>
      steps.map((step, index) => ({ ...step, tenant, caseId: id, sequence: index + 1 })),
    ),
  );
  await insertAll(
    db,
    caseSenders,
    imported.flatMap(({ id, sender }) => (sender ? [sealedSender(keyring, { tenant, id }, sender)] : [])),
  );
}
