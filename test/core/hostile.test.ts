/** Whatever stands in a text, over and over, it is read to its end, without an error and without a number made of nothing. */
import { describe, expect, it } from 'vitest';
import { check, numbersOf } from '../harness/check.ts';
import { HOSTILE } from '../harness/hostile.ts';
import { consistentValues, renderReport, seeded } from '../harness/reports.ts';

// No limit of time: what takes more than its share of it, a text of this length never gets done with.
const LENGTH = 200_000;
const PATIENCE = { timeout: 600_000 };

describe.each(HOSTILE)('$name', ({ text, readable }) => {
  it('is read to its end, and has no number', PATIENCE, () => {
    const checked = check(text(LENGTH));
    if (!readable) expect([...numbersOf(checked)]).toEqual([]);
    expect(checked.findings.filter(({ rule }) => rule === 'internal-error')).toEqual([]);
  });
});

describe.each(HOSTILE.filter(({ readable }) => !readable))('$name, in a report', ({ text }) => {
  const values = consistentValues('2021', seeded(3));
  const report = renderReport({ values });
  const [head, tail] = [report.slice(0, report.indexOf('三、')), report.slice(report.indexOf('三、'))];

  it('gives no number of the report another place', PATIENCE, () => {
    const checked = check(`${head}\n${text(LENGTH / 10)}\n${tail}`);
    const numbers = numbersOf(checked);
    // Nothing is changed above: the table of section 二 is read.
    expect(numbers.size).toBeGreaterThan(0);
    for (const [key, value] of numbers) expect([key, value]).toEqual([key, values.get(key)]);
    expect(checked.findings.filter(({ rule }) => rule === 'internal-error')).toEqual([]);
  });
});
