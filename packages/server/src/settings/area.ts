import type { Area } from '../records/area.ts';
import { recordKind } from '../records/kind.ts';
import { settingRoutes } from './routes.ts';
import { settingRecords } from './table.ts';

export const settingsArea: Area = { routes: settingRoutes, kind: recordKind(settingRecords) };
