import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LegalBasis } from '@dvk/sdk/law';
import { paperProfiles, profileById, profileInForce } from './index.ts';

describe('profiles of papers', () => {
  it('are those in force on the date of the paper', () => {
    assert.equal(profileInForce('party', '2026-05-26').id, 'party-2018');
    assert.equal(profileInForce('party', '2026-05-27').id, 'party-2026');
    assert.equal(profileInForce('state', '2026-11-30').id, 'state-2020');
    assert.throws(() => profileInForce('state', '2019-12-31'), { code: 'no-profile' });
    assert.throws(() => profileById('state-1999'), { code: 'no-profile' });
  });

  it('have a legal basis each, and no two of one side are in force on one day', () => {
    for (const { legalBasis, side, id } of paperProfiles) {
      assert.ok(LegalBasis.safeParse(legalBasis).success, id);
      for (const other of paperProfiles) {
        if (other.id === id || other.side !== side) continue;
        assert.ok((legalBasis.to ?? '9999') < other.legalBasis.from! || other.legalBasis.to! < legalBasis.from!, id);
      }
    }
  });

  it('say of what is from memory that it is a sample', () => {
    for (const { legalBasis, id } of paperProfiles)
      if (legalBasis.confidence === 'from-memory') assert.match(legalBasis.note ?? '', /Mẫu minh họa/, id);
  });
});
