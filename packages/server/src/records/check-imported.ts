import { Attachment } from '@dvk/sdk/attachments';
import { isSeen, keepsDirection } from '@dvk/sdk/contract';
import * as z from 'zod/mini';
import type { AreaImport } from './area.ts';

const { id } = Attachment.shape;
/** An RFC 3339 instant. */
export const instant = Attachment.shape.uploadedAt;

const actor = z.strictObject({
  subject: z.nullable(z.string()),
  roles: z.array(z.string()),
  unitId: z.nullable(id),
});

const file = z.strictObject({
  id,
  name: z
    .string()
    .check(z.minLength(1), z.maxLength(255), z.refine(isSeen), z.refine(keepsDirection), z.regex(/^[^\p{Cc}/\\]*$/u)),
  mediaType: Attachment.shape.mediaType,
  content: z.instanceof(Uint8Array).check(z.refine(({ length }) => length > 0)),
  uploadedAt: instant,
  uploadedBy: actor,
});

/** The fields that every imported record has, for the schema of an area: see `ImportedRecord`. */
export const importedFields = {
  id,
  history: z.array(z.strictObject({ kind: z.string(), at: instant, actor, data: z.unknown() })),
  files: z.optional(z.array(file)),
};

/** Where a text of a value cannot be stored as it is: PostgreSQL takes no U+0000, and half a character becomes another. */
function unstorable(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : undefined;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return undefined;
  for (const [name, part] of Object.entries(value)) {
    const found = unstorable(part, path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What to import of an area. */
interface ImportedPart {
  name: string;
  import: Pick<AreaImport<never>, 'schema' | 'refersTo'>;
  imported: readonly unknown[];
}

/** What is wrong with the shape of a record, in sentences that name the field and show no value. */
function faultsOfShape(schema: z.ZodMiniType, record: unknown): string[] {
  const { error } = z.safeParse(schema, record);
  if (error)
    return error.issues.map((issue) => {
      const field = issue.path.length > 0 ? `"${issue.path.join('.')}"` : 'it';
      return issue.code === 'unrecognized_keys'
        ? `${field} has what is not imported: ${issue.keys.join(', ')}`
        : `${field} is missing or wrong (${issue.code})`;
    });
  const text = unstorable(record, '');
  return text === undefined ? [] : [`"${text}" has characters that cannot be stored (U+0000, or half of one)`];
}

const mostFaults = 20;

/**
 * Checks what is to be imported, before anything is written. The parts stand in the order in which they get in.
 *
 * @throws Error that names the records and what is wrong with each, one a line, without what they hold
 */
export function checkImported(parts: readonly ImportedPart[], given: readonly string[]): void {
  const names = parts.map(({ name }) => name);
  const faults = given
    .filter((name) => !names.includes(name))
    .map((name) => `${name}: there is no such part, only ${names.join(', ')}`);
  const known = new Set<string | null | undefined>([null, undefined]);
  const files = new Set<string>();
  for (const { name, import: area, imported } of parts) {
    if (!Array.isArray(imported)) {
      faults.push(`${name}: must be a list`);
      continue;
    }
    const ids = new Set<string>();
    const codes = new Set<string>();
    for (const [index, record] of imported.entries()) {
      const where = `${name}[${index}]`;
      const found = faultsOfShape(area.schema, record);
      faults.push(...found.map((fault) => `${where}: ${fault}`));
      if (found.length > 0) continue;
      const { id, code, files: own = [] } = record as { id?: string; code?: string; files?: { id: string }[] };
      for (const other of area.refersTo?.(record as never) ?? [])
        if (!known.has(other)) faults.push(`${where}: names ${other}, which is not imported before it`);
      if (id !== undefined && ids.has(id)) faults.push(`${where}: has an id that was given before`);
      if (code !== undefined && codes.has(code)) faults.push(`${where}: has a code that was given before`);
      if (own.some((each) => files.has(each.id) || !files.add(each.id)))
        faults.push(`${where}: has a file with an id that was given before`);
      known.add(id);
      if (id !== undefined) ids.add(id);
      if (code !== undefined) codes.add(code);
    }
  }
  if (faults.length === 0) return;
  const more = faults.length - mostFaults;
  const lines = more > 0 ? [...faults.slice(0, mostFaults), `… and ${more} more`] : faults;
  throw new Error([...lines, 'Nothing was imported: correct these and import again'].join('\n'));
}
