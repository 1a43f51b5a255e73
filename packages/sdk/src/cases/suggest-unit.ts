import type { Case, CaseTopic, SuggestedUnit } from './schema.ts';

/** What is known of a unit that may get a case. */
export interface UnitExperience {
  id: string;
  name: string;
  /** Code of the place it governs or sits in. */
  placeCode: string | null;
  /** What it is responsible for; empty where nothing was said. */
  topics: readonly CaseTopic[];
  /** Cases of the same topic that it answered in the last twelve months, everywhere and in the commune of the case. */
  answered: number;
  answeredHere: number;
  /** Those of `answered` that were in time. */
  onTime: number;
}

/** A unit that said that it is not competent for the case, and when. */
export type SentBack = SuggestedUnit['sentBackBy'][number] & { unitId: string };

/**
 * The unit to pass a case to, with what speaks for it: the unit of the commune that is responsible for the topic; else the one
 * that answered most cases of the topic in this commune; else one that is responsible for the topic; else the unit of the
 * commune, unless it is responsible for other topics alone; else the one that answered most cases of the topic. A unit that
 * sent this case back is not suggested again. `null` where nothing speaks for any unit.
 */
export function suggestUnit(
  { communeCode, topic }: Pick<Case, 'communeCode' | 'topic'>,
  units: readonly UnitExperience[],
  sentBack: readonly SentBack[],
): SuggestedUnit | null {
  const isHere = ({ placeCode }: UnitExperience) => placeCode === communeCode;
  const isResponsible = ({ topics }: UnitExperience) => topics.includes(topic);
  const mayBeCompetent = (unit: UnitExperience) => unit.topics.length === 0 || isResponsible(unit);
  const weightOf = (unit: UnitExperience) => [
    Number(isHere(unit) && isResponsible(unit)),
    unit.answeredHere,
    Number(isResponsible(unit)),
    Number(isHere(unit)),
    unit.answered,
    unit.onTime,
  ];
  const [best] = units
    .filter((unit) => unit.answered > 0 || isResponsible(unit) || (isHere(unit) && mayBeCompetent(unit)))
    .filter(({ id }) => !sentBack.some(({ unitId }) => unitId === id))
    .sort((a, b) => compare(weightOf(b), weightOf(a)) || (a.id < b.id ? -1 : 1));
  if (!best) return null;
  const { id, name, answered, answeredHere, onTime } = best;
  return {
    unitId: id,
    name,
    topic: isResponsible(best),
    place: isHere(best),
    answered,
    answeredHere,
    onTime,
    sentBackBy: sentBack.map(({ name: unitName, at }) => ({ name: unitName, at })),
  };
}

/** Compares number by number. */
function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((each, index) => each - b[index]!).find((difference) => difference !== 0) ?? 0;
}
