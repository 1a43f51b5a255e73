import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestUnit, type UnitExperience } from './suggest-unit.ts';

const commune: UnitExperience = {
  id: 'a',
  name: 'UBND xã',
  placeCode: '00004',
  topics: [],
  answered: 0,
  answeredHere: 0,
  onTime: 0,
};
const office = { ...commune, id: 'b', name: 'Sở', placeCode: '01', answered: 14, answeredHere: 3, onTime: 13 };
const other = { ...commune, id: 'c', name: 'Sở khác', placeCode: '01', answered: 40, onTime: 40 };
const idOf = (units: UnitExperience[], ...sentBack: string[]) =>
  suggestUnit(
    { communeCode: '00004', topic: 'environment' },
    units,
    sentBack.map((unitId) => ({ unitId, name: unitId, at: '2026-11-25T09:40:00.000Z' })),
  )?.unitId;

test('the experience with the topic in the commune comes first, then the commune, then the topic anywhere', () => {
  assert.equal(idOf([other, commune, office]), 'b');
  assert.equal(idOf([other, commune]), 'a');
  assert.equal(idOf([other]), 'c');
  assert.equal(idOf([{ ...other, answered: 0 }]), undefined, 'nothing speaks for it');
});

test('a unit that sent the case back is not suggested again, and is named', () => {
  assert.equal(idOf([other, commune, office], 'b'), 'a');
  const sentBack = [{ unitId: 'b', name: 'Sở', at: '2026-11-25T09:40:00.000Z' }];
  assert.deepEqual(suggestUnit({ communeCode: '00004', topic: 'environment' }, [commune, office], sentBack), {
    unitId: 'a',
    name: 'UBND xã',
    topic: false,
    place: true,
    answered: 0,
    answeredHere: 0,
    onTime: 0,
    sentBackBy: [{ name: 'Sở', at: '2026-11-25T09:40:00.000Z' }],
  });
});

test('a unit that is responsible for the topic comes before one that only answered it elsewhere, and in its commune before all', () => {
  const responsible = { ...commune, id: 'd', placeCode: '01', topics: ['environment' as const] };
  assert.equal(idOf([other, commune, responsible]), 'd');
  assert.equal(idOf([other, commune, office, responsible]), 'b', 'who answers here knows the place');
  assert.equal(idOf([office, responsible, { ...commune, topics: ['environment'] }]), 'a');
  assert.equal(idOf([{ ...commune, topics: ['telecom'] }]), undefined, 'it is responsible for something else');
});
