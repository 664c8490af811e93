/** Waivers: which findings they keep from being shown, that they survive moves, and how they are written. */
import { describe, expect, it } from 'vitest';
import { waiversFor } from '../../../server/src/core/config/waivers.ts';
import { addWaivers, applyEdits, distinct, lint, parse, readWaivers, review, waiverOf } from '../../../server/src/core/index.ts';
import { consistentValues, renderReport } from '../../harness/reports.ts';

const base = consistentValues('2021', () => 0);
const CELL = 'applications.received.total';
const wrong = renderReport({ values: new Map(base).set(CELL, 5) });
const AT = '/p/disclosure-report.waivers.json';

/** The rules left after waivers, how many are waived, and how many waive nothing. */
function left(text: string, ...entries: object[]): { rules: string[]; waived: number; unused: number } {
  const document = parse(text);
  const { waivers } = readWaivers({ place: AT, text: JSON.stringify({ waivers: entries }) });
  const { findings, waived, unused } = review(document, lint(document), waiversFor({ folder: '/p/', waivers } as never, '/p/a.txt'));
  return { rules: findings.map(({ rule }) => rule), waived: waived.length, unused: unused.length };
}
const entry = (more: object): object => ({ file: 'a.txt', rule: 'row-total-mismatch', reason: '已核实', ...more });
const SHOWN = ['suspect-cell', 'row-total-mismatch', 'balance-mismatch'];

describe('a waiver', () => {
  it.each([
    [{ cell: CELL }, true],
    [{ text: '5' }, true],
    [{ cell: CELL, text: ' 5\n' }, true],
    [{ cell: CELL, text: '6' }, false],
    [{ cell: 'applications.received.naturalPerson' }, false],
    [{ cell: CELL, year: 2023, unit: '青禾县水务局' }, true],
    [{ cell: CELL, year: 2022 }, false],
    [{ cell: CELL, unit: '云溪县水务局' }, false],
    [{ cell: CELL, rule: 'blank-cell' }, false],
    [{ cell: CELL, file: 'b/a.txt' }, false],
  ])('of %j waives: %s', (more, waives) => {
    const { rules, waived } = left(wrong, entry(more));
    expect({ rules, waived }).toEqual(
      waives ? { rules: SHOWN.filter((rule) => rule !== 'row-total-mismatch'), waived: 1 } : { rules: SHOWN, waived: 0 },
    );
  });

  it('of the cause is one of the sums that it breaks, whose fix would change the cell after all', () => {
    expect(left(wrong, entry({ rule: 'suspect-cell', cell: CELL }))).toEqual({ rules: [], waived: 3, unused: 0 });
    expect(left(wrong, entry({ rule: 'suspect-cell', cell: CELL, text: '6' }))).toEqual({ rules: SHOWN, waived: 0, unused: 1 });
  });

  it('goes with its finding when the text moves, or gets other line ends', () => {
    for (const moved of [`附注\n\n${wrong}`, wrong.replaceAll('\n', '\r\n')])
      expect(left(moved, entry({ cell: CELL, text: '5' })).waived).toBe(1);
  });

  it('is unused once its finding is gone or has changed', () => {
    expect(left(renderReport({ values: base }), entry({ cell: CELL }))).toEqual({ rules: [], waived: 0, unused: 1 });
    const other = renderReport({ values: new Map(base).set(CELL, 7) });
    expect(left(other, entry({ cell: CELL, text: '5' }))).toEqual({ rules: SHOWN, waived: 0, unused: 1 });
  });
});

describe('a waiver that is written', () => {
  const document = parse(wrong);
  const made = lint(document).map((finding) => waiverOf(document, finding, '/p/x/a.txt', AT, '已核实'));

  it('names file, rule, cell and text', () => {
    expect(made[0]).toEqual({ file: 'x/a.txt', rule: 'suspect-cell', cell: CELL, text: '5', reason: '已核实' });
  });

  it('waives what it was made of, and nothing is left', () => {
    expect(left(wrong, ...made.map((one) => ({ ...one, file: 'a.txt' })))).toEqual({ rules: [], waived: 3, unused: 0 });
  });

  it('names unit and year where a file has several reports', () => {
    const two = parse(wrong + renderReport({ year: 2022, values: base }));
    expect(waiverOf(two, lint(two)[0] as never, '/p/a.txt', AT, 'x')).toMatchObject({ year: 2023, unit: '青禾县水务局' });
  });

  const [first, second] = distinct([...made, ...made]);
  it.each([
    ['a new file', '', [first, second]],
    ['an empty list', '{"waivers": []}', [first, second]],
    ['a file without a list', '{"$schema": "x"}\n', [first, second]],
    ['a list in one line', `{"waivers": [${JSON.stringify(first)}]}`, [first, first, second]],
    ['a list in lines', `${JSON.stringify({ waivers: [first] }, null, 4)}\r\n`, [first, first, second]],
  ])('goes to the end of %s', (_, text, expected) => {
    const edit = addWaivers(text, [first as never, second as never]);
    const now = applyEdits(text, edit ? [edit] : []);
    expect(JSON.parse(now).waivers).toEqual(expected);
    expect(readWaivers({ place: AT, text: now }).findings).toEqual([]);
  });

  it.each(['{', '[]', '{"waivers": 1}', '"x"'])('is not added to %s', (text) => {
    expect(addWaivers(text, made)).toBeNull();
  });
});
