import { sql } from 'drizzle-orm';

/**
 * The schema that our tables are in, by its OID: mostly `public`, but the role's `search_path` decides, which begins with a
 * schema of the role's own name where there is one. For a database that was never migrated, the one they would be made in.
 */
export const ourSchema = sql`coalesce(
  (SELECT relnamespace FROM pg_class WHERE oid = to_regclass('schema_migration')),
  (SELECT oid FROM pg_namespace WHERE nspname = current_schema()))`;
