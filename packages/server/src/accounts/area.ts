import type { Area } from '../records/area.ts';
import { recordKind } from '../records/kind.ts';
import { readKeyParts } from './keys.ts';
import { accountRoutes } from './routes.ts';
import { accountRecords } from './table.ts';

export const accountsArea: Area = { routes: accountRoutes, kind: recordKind(accountRecords, readKeyParts) };
