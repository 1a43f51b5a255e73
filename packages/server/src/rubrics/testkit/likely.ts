import { illustrativeUnit } from '@dvk/sdk/rubrics';
import { sampleBodies } from '@dvk/sdk/testing';
import { pick, type LikelyRequests, type Roll } from '../../testkit/fuzz/known.ts';

/** Its versions come and go: the rubrics that assessments are opened with stay in force. */
const id = 'thang-diem-thu';

const publication = (roll: Roll) => ({
  ...(sampleBodies.rubrics.publish as object),
  // A version is published once.
  rubric: { ...illustrativeUnit, id, version: `v${Math.floor(roll() * 1e9)}` },
});

export const likely: LikelyRequests = {
  bodies: {
    check: (_, roll) => publication(roll),
    publish: (_, roll) => publication(roll),
  },
  params: {
    withdraw({ recordsOf }, roll): Readonly<Record<string, string>> {
      const ours = recordsOf('rubrics').filter((each) => each['id'] === id && each['state'] !== 'withdrawn');
      return { id, version: String(pick(ours, roll)?.['version'] ?? '0') };
    },
  },
};
