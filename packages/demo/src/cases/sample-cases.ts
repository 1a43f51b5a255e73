import { createHmac } from 'node:crypto';
import { caseStatuses, type CaseStatus, type CaseSummary } from '@dvk/sdk/cases';
import { createClient } from '@dvk/sdk/client';
import type { Server } from '@dvk/server';
import type { DemoIssuer } from '../sign-in/issuer.ts';
import { isStableId } from '../support/random.ts';

// Those of secrets as people get them: nothing to confuse when read out.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The secret of a sample case, `XXXX-XXXX-XXXX-XXXX`: the same at every start, and known only to whoever has the server's
 * secret key.
 */
export function sampleSecret(secretKey: string | Uint8Array, tenant: string, code: string): string {
  const bytes = createHmac('sha256', secretKey).update(`demo case secret/${tenant}/${code}`).digest();
  const letters = [...bytes.subarray(0, 16)].map((byte) => alphabet[byte & 31]!).join('');
  return letters.match(/.{4}/g)!.join('-');
}

/** A sample case with what a visitor needs to follow it. */
export interface SampleCase {
  code: string;
  secret: string;
  status: CaseStatus;
  title: string;
}

/** Where sample cases are read. */
export interface SampleCaseOptions {
  server: Pick<Server, 'fetch'>;
  /** The issuer whose tokens the server accepts. */
  issuer: DemoIssuer;
  tenant: string;
  secretKey: string | Uint8Array;
}

const reader = { subject: 'demo-portal', name: 'Cổng mẫu', roles: ['secretariat'] } as const;

/** The newest sample case of each status, newest first. Cases that visitors have sent are not among them. */
export async function sampleCases({ server, issuer, tenant, secretKey }: SampleCaseOptions): Promise<SampleCase[]> {
  const client = createClient({
    baseUrl: 'http://server',
    getToken: () => issuer.issue({ ...reader, tenant }),
    fetch: (input, init) => server.fetch(new Request(input, init)),
  });
  const newest = await Promise.all(
    caseStatuses.map(async (status): Promise<CaseSummary | undefined> => {
      const { items } = await client.cases.list({ query: { status: [status], sort: 'newest', limit: 100 } });
      return items.find(({ id }) => isStableId(id));
    }),
  );
  return newest
    .filter((found) => found !== undefined)
    .toSorted((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1))
    .map(({ code, status, title }) => ({ code, status, title, secret: sampleSecret(secretKey, tenant, code) }));
}
