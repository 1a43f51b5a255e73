import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bacKan2017 } from '@dvk/sdk/rubrics';
import { assessmentOf } from '../../../sdk/src/assessments/sample.ts';
import { readXlsx } from 'hucre/xlsx';
import { scoreSheet } from '../templates/index.ts';
import { scoreRows, writeScoreWorkbook } from './index.ts';

const { assessment, rubric } = scoreSheet.sample();

describe('a score sheet', () => {
  it('has a row for every line and group, and the total that the rubric makes', () => {
    const rows = scoreRows(assessment, rubric);
    assert.deepEqual(rows.at(-1), {
      kind: 'total',
      number: '',
      title: 'TỔNG CỘNG',
      max: rubric.total,
      self: assessment.results.self.points,
      appraised: assessment.results.appraised!.points,
      depth: 0,
    });
    assert.deepEqual(
      rows.filter(({ kind }) => kind === 'line').map(({ self, appraised }) => [self, appraised]),
      [
        [2000, 2000],
        [500, 500],
        [2000, 2000],
        [2000, 2000],
        [1000, 0],
        [null, 1000],
      ],
    );
  });

  it('says where a line was not appraised yet, and counts nothing there', () => {
    const open = assessmentOf(bacKan2017, []);
    for (const { self, appraised, kind } of scoreRows(open, bacKan2017))
      if (kind === 'line') assert.deepEqual([self, appraised], [null, null]);
  });

  it('is a workbook with differences as formulas, numbers as numbers', async () => {
    const { sheets } = await readXlsx(writeScoreWorkbook({ assessment, rubric }), { readStyles: true });
    const sheet = sheets[0]!;
    const at = sheet.rows.findIndex((row) => row[1] === 'Giải quyết phản ánh, kiến nghị');
    assert.deepEqual(sheet.rows[at]!.slice(2, 6), [10, 10, 0, -10]);
    assert.equal(sheet.cells?.get(`${at},5`)?.formula, `E${at + 1}-D${at + 1}`);
    assert.deepEqual(sheet.rows.at(-1)!.slice(1, 5), ['TỔNG CỘNG', 100, 75, 75]);
  });
});
