import * as z from 'zod/mini';
import { staff } from '../contract/roles.ts';
import { date, id } from '../contract/shapes.ts';
import type { EventOf } from '../lifecycle/events.ts';
import { scopes } from './schema.ts';

const key = { keyId: id, expiresOn: date };

export const accountEvents = {
  'account.created': z.object({
    role: z.enum(staff),
    unitId: z.nullable(id),
    withSubtree: z.boolean(),
    scopes: z.array(z.enum(scopes)),
    ...key,
  }),
  'account.key-added': z.object(key),
  'account.key-ended': z.object({ keyId: id }),
  'account.ended': z.object({}),
} as const;

export type AccountEvent = EventOf<typeof accountEvents>;
