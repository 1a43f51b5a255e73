import { mock } from 'node:test';
import pg from 'pg';

/** A statement with its parameters, as it was sent to the database. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** Runs work and gives the queries that were sent to the database meanwhile, by whomever. */
export async function queriesOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const spy = mock.method(pg.Client.prototype, 'query');
  try {
    await work();
    return spy.mock.calls.flatMap(({ arguments: [first, second] }) => {
      const { text, values } = first as unknown as Partial<Statement>;
      const statement = { text: text ?? String(first), values: values ?? (second as unknown as unknown[]) ?? [] };
      return /^\s*select\b/i.test(statement.text) ? [statement] : [];
    });
  } finally {
    spy.mock.restore();
  }
}
