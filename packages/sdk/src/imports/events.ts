import * as z from 'zod/mini';
import { date } from '../contract/shapes.ts';
import type { EventOf } from '../lifecycle/events.ts';
import { ImportCounts, importModes } from './schema.ts';

/** What happens to imports. What one did to a unit is an event of the unit. */
export const importEvents = {
  /** A file was looked through; nothing was written. */
  'import.checked': z.object({ sha256: z.string(), rows: z.int(), since: z.nullable(date), counts: ImportCounts }),
  /** It goes on in the background. */
  'import.started': z.object({ mode: z.enum(importModes) }),
  'import.finished': z.object({ mode: z.enum(importModes), counts: ImportCounts }),
  /** A bad row kept all out. */
  'import.refused': z.object({ counts: ImportCounts }),
  'import.undone': z.object({ reason: z.string(), removed: z.int(), restored: z.int(), kept: z.int() }),
} as const;

export type ImportEvent = EventOf<typeof importEvents>;
