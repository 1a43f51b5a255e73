import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { spell, spellings } from './index.ts';

const pairs = [
  ['Ủy ban', 'Uỷ ban'],
  ['ĐẢNG ỦY', 'ĐẢNG UỶ'],
  ['hòa giải, khỏe, thúy, tùy, lũy, hóa', 'hoà giải, khoẻ, thuý, tuỳ, luỹ, hoá'],
] as const;

describe('one way of placing tones', () => {
  for (const [first, second] of pairs)
    it(`“${first}”, “${second}”`, () => {
      assert.equal(spell(second, 'old'), first);
      assert.equal(spell(first, 'new'), second);
      assert.equal(spell(first.normalize('NFD'), 'new'), second);
    });

  it('leaves syllables alone that have one place only', () => {
    for (const text of ['quý, quỳ, quà, quả', 'toàn, thoát, huyện, khuyến, hoạch, thuỷnh', 'mùa, của, ngoại, việc'])
      for (const mode of ['old', 'new'] as const) assert.equal(spell(text, mode), text);
  });

  it('there and back is where it was, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ủy', 'hòa', 'quý', 'Thúy', 'toàn', 'x', ' ', '-', 'oa', 'ỏ')), (words) => {
        const text = spell(words.join(''), 'old');
        assert.equal(spell(spell(text, 'new'), 'old'), text);
      }),
    );
  });

  it('finds the words of each', () => {
    assert.deepEqual(spellings('Ủy ban, hoà giải, quý, đảng uỷ'), { old: ['Ủy'], new: ['hoà', 'uỷ'] });
  });
});
