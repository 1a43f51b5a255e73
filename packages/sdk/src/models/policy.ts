import { ownedBy } from '../session/rows.ts';

/** A model belongs to the unit that registered it and to the one in whose name it is; their people see and change it. */
export const modelPolicy = ownedBy('ownerUnitId', 'unitId');
