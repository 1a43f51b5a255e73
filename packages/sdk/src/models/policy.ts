import { ownedBy } from '../session/rows.ts';

/** A model belongs to the unit that registered it and to the unit it is registered for. */
export const modelPolicy = ownedBy('ownerUnitId', 'unitId');
