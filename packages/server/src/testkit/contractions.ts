/** What servers of before can no longer do after a statement, by what it says. Statements about tables that the migration itself makes are left out. */
const contractions: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'takes something away',
    /\bDROP\s+(?:TABLE|COLUMN|VIEW|TYPE|SCHEMA|FUNCTION|EXTENSION|SEQUENCE|IDENTITY|EXPRESSION)\b/i,
  ],
  // `ON CONFLICT` needs it.
  ['takes a constraint away', /\bDROP\s+CONSTRAINT\b/i],
  [
    'drops a column',
    /\bDROP\s+(?!TABLE|COLUMN|VIEW|TYPE|SCHEMA|FUNCTION|EXTENSION|SEQUENCE|IDENTITY|EXPRESSION|CONSTRAINT|DEFAULT|NOT|INDEX|TRIGGER|RULE|POLICY)\w/i,
  ],
  ['lets no row be added without a value', /\bDROP\s+DEFAULT\b/i],
  ['gives another name', /\bRENAME\b/i],
  ['gives another type', /\bALTER\s+(?:COLUMN\s+)?\w+\s+(?:SET\s+DATA\s+)?TYPE\b/i],
  ['requires a value', /\bSET\s+NOT\s+NULL\b/i],
  [
    'requires a value of a new column',
    /\bADD\s+(?:COLUMN\s+)?(?:IF\s+NOT\s+EXISTS\s+)?(?!CONSTRAINT|CHECK|UNIQUE|PRIMARY|FOREIGN|EXCLUDE)\w+\s+[^,;]*\bNOT\s+NULL\b(?![^,;]*\b(?:DEFAULT|GENERATED)\b)(?<!\b(?:DEFAULT|GENERATED)\b[^,;]*)/i,
  ],
  ['refuses rows that were good', /\bADD\s+(?:CONSTRAINT\s+\w+\s+)?(?:CHECK|UNIQUE|PRIMARY|FOREIGN|EXCLUDE)\b/i],
  ['refuses rows that were good', /\bCREATE\s+UNIQUE\s+INDEX\b/i],
  ['empties a table', /\bTRUNCATE\b/i],
];

/** Without comments, and with nothing in texts and dollar quotes that could be taken for a statement. */
const bare = (sql: string) =>
  sql
    .replaceAll(/--[^\n]*/g, '')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replaceAll(/'(?:[^']|'')*'/g, "''");

/** What is said inside dollar quotes is carried out too, as of `DO`. */
const dollarQuoted = (sql: string) => [...sql.matchAll(/\$(\w*)\$([\s\S]*?)\$\1\$/g)].map(([, , body]) => body!);

/** The table that a statement is about. */
const tableOf = (statement: string): string | undefined =>
  /\b(?:ALTER\s+TABLE|CREATE\s+(?:UNLOGGED\s+)?TABLE|ON|TRUNCATE(?:\s+TABLE)?)\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?(?:ONLY\s+)?"?(\w+)/i.exec(
    statement,
  )?.[1];

/**
 * What a migration takes from servers of before: a sentence for each statement.
 *
 * Its words are looked at, not its meaning: what PostgreSQL does by functions, triggers and updates of data is for whoever reads it.
 */
export function contractionsIn(sql: string): string[] {
  const text = bare(sql);
  const statements = text
    .split(';')
    .map((each) => each.trim())
    .filter(Boolean);
  const made = new Set(
    statements.filter((each) => /^CREATE\s+(?:UNLOGGED\s+)?TABLE\b/i.test(each)).map((each) => tableOf(each)),
  );
  const own = statements
    .filter((statement) => !/^CREATE\s+(?:UNLOGGED\s+)?TABLE\b/i.test(statement) && !made.has(tableOf(statement)))
    .flatMap((statement) => {
      const [what] = contractions.find(([, pattern]) => pattern.test(statement)) ?? [];
      return what === undefined ? [] : [`${what}: ${statement.replaceAll(/\s+/g, ' ')}`];
    });
  return [...own, ...dollarQuoted(sql).flatMap(contractionsIn)];
}
