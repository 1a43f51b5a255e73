import type { Area } from '../records/area.ts';
import { lookUp } from '../records/find.ts';
import { attachmentRecords } from './record.ts';
import { attachmentRoutes } from './routes.ts';

/** Files of the records of these areas. */
export const attachmentsArea = (areas: readonly Area[]): Area => ({
  routes: attachmentRoutes(
    Object.fromEntries(
      areas.flatMap(({ records }) =>
        records ? [[records.area, async (context, id) => (await lookUp(records, context, id)) !== undefined]] : [],
      ),
    ),
  ),
  kind: attachmentRecords,
});
