import type { Area } from '../records/area.ts';
import { recordKind } from '../records/kind.ts';
import { peopleRoutes } from './routes.ts';
import { grantRecords, personRecords } from './table.ts';

export const peopleArea: Area = {
  routes: peopleRoutes,
  kind: [recordKind(personRecords), recordKind(grantRecords)],
};
