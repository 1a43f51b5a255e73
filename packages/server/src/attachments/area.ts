import type { Area } from '../records/area.ts';
import { attachmentRecords } from './record.ts';
import { attachmentRoutes } from './routes.ts';
import { attachmentSweeps } from './sweeps.ts';

export const attachmentsArea: Area = { routes: attachmentRoutes, kind: attachmentRecords, sweeps: attachmentSweeps };
