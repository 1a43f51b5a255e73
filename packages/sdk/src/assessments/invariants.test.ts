import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkRubric, freezeRubric } from '../rubrics/index.ts';
import { classify, rank, score, type Rankable } from './index.ts';
import { valuesOf, assessmentResults } from './results.ts';
import type { AssessmentLine } from './schema.ts';
import { arbitraryCase, arbitraryRubric } from './testkit/arbitrary-rubric.ts';

const runs = { numRuns: 400 };

test('random rubrics are sound by construction', () => {
  fc.assert(
    fc.property(arbitraryRubric, (rubric) => {
      const faults = checkRubric(rubric).filter(({ severity, code }) => severity === 'error' && code !== 'unreachable');
      assert.deepEqual(faults, []);
    }),
    runs,
  );
});

test('every number is an integer of hundredths inside its bounds', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ rubric, lines }) => {
      for (const by of ['self', 'appraiser'] as const) {
        const result = score(rubric, valuesOf(lines, by === 'self' ? 'self' : 'appraised'), { by });
        for (const line of result.lines)
          assert.ok(Number.isInteger(line.points) && line.points >= 0 && line.points <= line.max);
        for (const { points, outOf } of result.groups) assert.ok(points >= 0 && points <= outOf);
        if (result.points === null) continue;
        assert.ok(Number.isInteger(result.points) && result.points >= 0);
        // Rounding to whole points may lift a ceiling that is not whole by less than one unit.
        assert.ok(result.points < Math.max(result.outOf, 1) + rubric.rounding.to);
        assert.ok(result.bonus <= (rubric.bonus?.max ?? 0) && result.deduction <= (rubric.deduction?.max ?? 0));
      }
    }),
    runs,
  );
});

test('the order of the lines does not matter, nor does a frozen rubric', () => {
  fc.assert(
    fc.property(
      arbitraryCase.chain((each) =>
        fc.tuple(fc.constant(each), fc.shuffledSubarray(each.lines, { minLength: each.lines.length })),
      ),
      ([{ rubric, lines }, shuffled]) => {
        const whole = JSON.stringify(score(rubric, valuesOf(lines, 'appraised')));
        assert.equal(JSON.stringify(score(rubric, valuesOf(shuffled, 'appraised'))), whole);
        const frozen = freezeRubric(rubric);
        assert.equal(JSON.stringify(score(frozen, valuesOf(shuffled, 'appraised'))), whole);
        assert.equal(JSON.stringify(score(frozen, valuesOf(lines, 'appraised'))), whole);
      },
    ),
    runs,
  );
});

test('a better entry never gives a lower total', () => {
  fc.assert(
    fc.property(arbitraryCase, fc.nat(), ({ rubric, lines }, pick) => {
      const values = valuesOf(lines, 'appraised');
      const before = score(rubric, values);
      const improvable = rubric.criteria.filter((node) => node.kind === 'range' || node.kind === 'yes-no');
      const line = improvable[pick % Math.max(improvable.length, 1)];
      if (!line || before.lines.find(({ criterionId }) => criterionId === line.id)?.state !== 'scored') return;
      const best = line.kind === 'range' ? { points: line.max } : { met: true };
      const after = score(
        rubric,
        values.map((each) => (each.criterionId === line.id ? { ...each, value: best } : each)),
      );
      assert.ok(after.points! >= before.points!);
    }),
    runs,
  );
});

test('without caps, bonus, deduction or lines that do not apply, the total is the plain sum', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 50 }), (values) => {
      const rubric = {
        ...rubricOf(values.length),
        criteria: values.map((_, at) => ({ kind: 'range' as const, id: `c${at}`, title: { vi: 'x' }, max: 10_000 })),
      };
      const result = score(
        rubric,
        values.map((points, at) => ({ criterionId: `c${at}`, value: { points } })),
      );
      assert.equal(
        result.points,
        values.reduce((a, b) => a + b, 0),
      );
    }),
    runs,
  );
});

test('conditions only ever lower a class, however many', () => {
  fc.assert(
    fc.property(
      arbitraryCase.chain((each) =>
        fc.tuple(
          fc.constant(each),
          fc.subarray(each.rubric.conditions.map(({ id }) => id)),
          fc.subarray(each.rubric.conditions.map(({ id }) => id)),
        ),
      ),
      ([{ rubric, lines }, few, more]) => {
        const result = score(rubric, valuesOf(lines, 'appraised'));
        const rankOf = (conditions: string[]) => {
          const { finalBand } = classify(rubric, result, conditions);
          return finalBand === null ? -1 : rubric.bands.find(({ id }) => id === finalBand)!.from;
        };
        assert.ok(rankOf(few) <= rankOf([]));
        assert.ok(rankOf([...few, ...more]) <= rankOf(few));
      },
    ),
    runs,
  );
});

test('an appraisal leaves the unit’s own result as it was', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ rubric, lines }) => {
      const own = lines.map((line): AssessmentLine => ({ ...line, appraised: undefined }));
      const [before, after] = [own, lines].map(
        (each) => assessmentResults(rubric, { lines: each, conditions: [] }).self,
      );
      assert.equal(JSON.stringify(after), JSON.stringify(before));
    }),
    runs,
  );
});

test('a quota never lifts, keeps at most what it allows unless ties are let in, and only cuts from below', () => {
  const results: fc.Arbitrary<Rankable[]> = fc
    .array(
      fc.record({
        points: fc.option(fc.integer({ min: 0, max: 20 })),
        group: fc.constantFrom('a', 'b'),
        eligible: fc.boolean(),
      }),
      { maxLength: 30 },
    )
    .map((list) =>
      list.map(({ points, ...rest }, at) => ({
        id: `u${at}`,
        points,
        band: points === null ? null : points >= 10 ? 'top' : 'rest',
        ...rest,
      })),
    );
  fc.assert(
    fc.property(
      results,
      fc.integer({ min: 0, max: 10 }),
      fc.constantFrom('all-in' as const, 'all-out' as const, 'council' as const),
      (list, tenths, ties) => {
        const limit = {
          band: 'top',
          lowerTo: 'rest',
          share: { numerator: tenths, denominator: 10 },
          of: 'all' as const,
          rounding: 'down' as const,
        };
        const { results: ranked } = rank(list, { limits: [limit], per: 'group', ties });
        assert.deepEqual(ranked.map(({ id }) => id).sort(), list.map(({ id }) => id).sort());
        for (const group of ['a', 'b']) {
          const inside = ranked.filter((each) => each.group === group && each.place !== null);
          const kept = inside.filter(({ finalBand }) => finalBand === 'top');
          const allowed = Math.floor((inside.length * tenths) / 10);
          if (ties === 'all-out') assert.ok(kept.length <= allowed);
          else assert.ok(kept.filter(({ undecided }) => !undecided).length <= allowed || ties === 'all-in');
          assert.ok(
            kept.every(({ candidateBand }) => candidateBand === 'top'),
            'nobody is lifted',
          );
          const cut = inside.filter(({ candidateBand, finalBand }) => candidateBand === 'top' && finalBand === 'rest');
          for (const out of cut) for (const stay of kept) assert.ok(stay.place! <= out.place!);
        }
      },
    ),
    runs,
  );
});

function rubricOf(count: number) {
  return {
    id: 'sum',
    version: '1',
    title: { vi: 'Tổng' },
    subject: 'unit' as const,
    legalBasis: { title: 'x', confidence: 'illustrative' as const },
    total: count * 10_000,
    order: ['clamp' as const, 'round' as const],
    rounding: { to: 1, mode: 'half-up' as const },
    notApplicable: 'rescale' as const,
    bands: [],
    conditions: [],
    reasonAbove: 0,
  };
}
