import { sampleRegistration } from '../../testkit/samples.ts';
import { pick, type Known, type LikelyRequests, type Roll } from '../../testkit/fuzz/known.ts';

/** Its dates must follow each other, which no schema says. */
const registration = (known: Known, roll: Roll) =>
  sampleRegistration(roll() < 0.5 ? { unitId: pick(known.recordsOf('units'), roll)?.id, unitName: undefined } : {});

export const likely: LikelyRequests = { bodies: { create: registration, update: registration } };
