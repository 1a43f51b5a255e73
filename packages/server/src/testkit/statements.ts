import { mock } from 'node:test';
import pg from 'pg';

/** A statement with its parameters, as it was sent to the database. */
export interface Statement {
  text: string;
  values: unknown[];
}

/**
 * Runs work and gives the queries that were sent to the database meanwhile, by whomever.
 *
 * @param kind those whose text it finds; all that read by default
 */
export async function queriesOf(work: () => Promise<unknown>, kind = /^\s*select\b/i): Promise<Statement[]> {
  const spy = mock.method(pg.Client.prototype, 'query');
  try {
    await work();
    return spy.mock.calls.flatMap(({ arguments: [first, second] }) => {
      const { text, values } = first as unknown as Partial<Statement>;
      const statement = { text: text ?? String(first), values: values ?? (second as unknown as unknown[]) ?? [] };
      return kind.test(statement.text) ? [statement] : [];
    });
  } finally {
    spy.mock.restore();
  }
}
