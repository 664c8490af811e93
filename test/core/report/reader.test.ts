/** The reader and the layouts without any rule, in three seconds: what the mutation tester asks of each mutant. Nothing is read before a test runs. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../server/src/core/report/report.ts';
import type { TableForm } from '../../../server/src/core/statute/form.ts';
import { decode } from '../../../server/src/core/text/decode.ts';
import { keyOf } from '../../../server/src/core/text/normalise.ts';
import expectedJson from '../../converters/expected.json' with { type: 'json' };
import { CONDITIONS, conditionOf } from '../../harness/conditions.ts';
import { type GridCell, gridOf, type ReportValues } from '../../harness/grid.ts';
import { ALIKE, type LabelCase, renamed, WORDS, WRITING } from '../../harness/labels.ts';
import { DRAWN, GLUED, LAYOUTS, LOSSY, layoutId, render, type TestLayout } from '../../harness/layouts.ts';
import { cellsOf, numbersIn, read, rowsOf, writtenAt } from '../../harness/read.ts';
import { consistentValues, forms, renderReport, seeded, UNIT } from '../../harness/reports.ts';
import { TORN, tearRows, torn } from '../../harness/torn.ts';

const EDITIONS = ['2019', '2021'] as const;
const values2021 = (): Map<string, number> => consistentValues('2021', seeded(3));

describe.each([...LAYOUTS, ...DRAWN, ...LOSSY])('%s', (layout) => {
  it.each(EDITIONS)('%s: every number is read, and stands where it is said to stand', (edition) => {
    const values = consistentValues(edition, seeded(3));
    const document = read(renderReport({ edition, layout, values }));
    expect(numbersIn(document)).toEqual(values);
    for (const cell of cellsOf(document)) expect([cell.spec.key, writtenAt(document, cell)]).toEqual([cell.spec.key, String(cell.value)]);
    const { text } = document;
    for (const { spec, found, misfit, label, span, cells } of rowsOf(document)) {
      expect([spec.key, found, misfit]).toEqual([spec.key, spec.cells.length, null]);
      // In a drawn cell the lines of a label stand apart.
      if (spec.labelled && !(DRAWN as readonly string[]).includes(layout))
        expect(keyOf(text.slice(label.start, label.end).replaceAll(/<[^>]*>|[|｜]/g, ''))).toContain(keyOf(spec.label).slice(0, 2));
      expect(span.start <= label.start && span.end >= Math.max(...cells.map((cell) => cell.span.end))).toBe(true);
    }
    const [report] = document.reports;
    expect(report).toMatchObject({
      reportingYear: edition === '2021' ? 2023 : 2020,
      unit: UNIT,
      form: { id: edition },
      due: { id: edition },
    });
    expect(report?.sections.map(({ ordinal }) => ordinal)).toEqual([0, 1, 2, 3, 4, 5]);
    for (const table of report?.tables ?? []) expect(table).toMatchObject({ layout: layoutId(layout), scrambled: false, duplicates: [] });
  });

  it('no cell takes the number of a blank one', () => {
    const values = values2021();
    const blank = [...values.keys()].filter((_, at) => at % 11 === 4);
    for (const key of blank) values.delete(key);
    const document = read(renderReport({ layout, values }));
    const numbers = numbersIn(document);
    for (const [key, value] of numbers) expect([key, value]).toEqual([key, values.get(key)]);
    if (!(LOSSY as readonly string[]).includes(layout)) expect(numbers).toEqual(values);
  });
});

/** A report whose tables are written from cells that `change` has gone over. */
function withCells(
  layout: TestLayout,
  values: ReportValues,
  change: (row: readonly GridCell[], index: number) => readonly GridCell[],
): string {
  return forms['2021'].tables.reduce((text, table) => {
    const grid = gridOf(table, values);
    return text.replace(render(layout, grid), () => render(layout, grid.map(change)));
  }, renderReport({ layout, values }));
}
const isNumber = ({ text }: GridCell): boolean => /^\d+$/.test(text);
/** Every number read is the one that stands under its key. */
function expectNoGuess(text: string, values: ReportValues): number {
  const numbers = numbersIn(read(text));
  for (const [key, value] of numbers) expect([key, value]).toEqual([key, values.get(key)]);
  return numbers.size;
}

describe.each([...LAYOUTS, ...LOSSY])('%s, damaged', (layout) => {
  it.each([0, 1, 2, 3])('no number moves where every fourth row lost a cell: %i', (rest) => {
    const values = values2021();
    const text = withCells(layout, values, (row, y) => {
      const places = row.flatMap((cell, x) => (isNumber(cell) ? [x] : []));
      return y % 4 === rest && places.length > 1 ? row.toSpliced(places[(y >> 2) % places.length] as number, 1) : row;
    });
    expect(expectNoGuess(text, values)).toBeLessThan(values.size);
  });

  it('no number moves where every fourth row has a cell too many', () => {
    const values = values2021();
    const text = withCells(layout, values, (row, y) => {
      const places = row.flatMap((cell, x) => (isNumber(cell) ? [x] : []));
      return y % 4 === 1 && places.length > 1
        ? row.toSpliced(places[(y >> 2) % places.length] as number, 0, { text: '9', columns: 1, rows: 1 })
        : row;
    });
    expectNoGuess(text, values);
  });

  it('a row that stands twice is read once', () => {
    const values = values2021();
    const table = forms['2021'].tables[1] as TableForm;
    const grid = gridOf(table, values);
    const twice = [...grid.slice(0, 6), grid[5] as GridCell[], ...grid.slice(6)];
    const text = renderReport({ layout, values }).replace(render(layout, grid), () => render(layout, twice));
    const [report] = read(text).reports;
    const duplicates = report && tableOf(report, 'applications')?.duplicates.map(({ spec }) => spec.key);
    // Where a blank may have been lost, the second may be another row’s.
    if ((LAYOUTS as readonly string[]).includes(layout)) expect(duplicates).toEqual(['granted']);
    expectNoGuess(text, values);
  });
});

describe.each(GLUED)('%s', (layout) => {
  it.each(EDITIONS)('%s: runs of digits are cut as the sums say', (edition) => {
    const values = consistentValues(edition, seeded(3));
    const document = read(renderReport({ edition, layout, values }));
    expect(cellsOf(document)).toHaveLength(values.size);
    const numbers = numbersIn(document);
    expect(numbers.size).toBeGreaterThan(values.size / 2);
    for (const [key, value] of numbers) expect([key, value]).toEqual([key, values.get(key)]);
    for (const cell of cellsOf(document))
      if (cell.value !== null) expect([cell.spec.key, writtenAt(document, cell)]).toEqual([cell.spec.key, String(cell.value)]);
  });
});

describe.each(Object.entries(TORN))('torn apart, %s', (_, tear) => {
  it.each(EDITIONS)('%s: nothing of the table is read, all of the others', (edition) => {
    const values = consistentValues(edition, seeded(3));
    for (const id of ['disclosure', 'applications']) {
      const document = read(torn(edition, id, values, tear));
      expect(numbersIn(document)).toEqual(new Map([...values].filter(([key]) => !key.startsWith(id))));
      const [report] = document.reports;
      expect(report && tableOf(report, id)).toMatchObject({ scrambled: true, duplicates: [] });
    }
  });

  it('from some row on, no number is another’s', () => {
    const values = values2021();
    for (const whole of [4, 11]) {
      const rest = (grid: Parameters<typeof tear>[0]): string[] => [
        ...grid.slice(0, whole).flatMap((row) => row.map(({ text }) => text)),
        ...tear(grid.slice(whole)),
      ];
      expectNoGuess(torn('2021', 'applications', values, rest), values);
    }
  });
});

it.each(EDITIONS)('%s: of rows set in columns whose numbers stand on several lines, no number is another’s', (edition) => {
  for (const seed of [1, 2]) {
    const values = consistentValues(edition, seeded(seed));
    const { text, rows } = tearRows(renderReport({ edition, layout: 'aligned', values }), seeded(seed * 7));
    const read = expectNoGuess(text, values);
    expect(rows === 0 || read < values.size).toBe(true);
  }
});

it.each(LOSSY)('%s: of tables that lost every second line, no number is another’s', (layout) => {
  const values = values2021();
  for (const rest of [0, 1]) {
    const text = forms['2021'].tables.reduce((whole, table) => {
      const full = render(layout, gridOf(table, values));
      const left = full.split('\n').filter((_, index) => index % 2 === rest);
      return whole.replace(full, () => `${left.join('\n')}\n`);
    }, renderReport({ layout, values }));
    expectNoGuess(text, values);
  }
});

it('numbers of nobody right after a row make it doubtful, those after another table do not', () => {
  const values = values2021();
  const row = (text: string): RegExpExecArray | null => /\t二、上年结转[^\n]*\n(?:\t\n)*(?:\t\d+\n){7}/.exec(text);
  const text = renderReport({ layout: 'cell-lines', values });
  const at = text.indexOf(row(text)?.[0] ?? '?') + (row(text)?.[0].length ?? 0);
  const numbers = numbersIn(read(`${text.slice(0, at)}\n\t7\n${text.slice(at)}`));
  expect(numbers).toEqual(new Map([...values].filter(([key]) => !key.startsWith('applications.carriedOver'))));
});

it('a sentence that names rows and numbers is no table', () => {
  const sentence = '本年度，行政许可12件，行政处罚3件，行政强制0件；收取行政事业性收费5万元。制发规章0件，行政规范性文件2件。';
  const document = read(
    renderReport({ withoutSections: new Set(['disclosure', 'applications', 'disputes']), prose: { overview: sentence } }),
  );
  expect(numbersIn(document).size).toBe(0);
});

it.each(EDITIONS)('%s: where editions write a table alike, the year decides', (edition) => {
  const values = consistentValues(edition, seeded(3));
  for (const without of ['disclosure', 'applications', 'disputes']) {
    const document = read(renderReport({ edition, layout: 'tsv', values, withoutSections: new Set([without]) }));
    expect(document.reports[0]?.tables.map(({ form }) => form.id)).toEqual([edition, edition]);
    expect(numbersIn(document)).toEqual(new Map([...values].filter(([key]) => !key.startsWith(without))));
  }
});

it('a blank of one entity is replaced, one of several is written in front of', () => {
  const text = renderReport({ layout: 'html' })
    .replace('<td>行政许可</td><td colspan="3">0</td>', '<td>行政许可</td><td colspan="3">&nbsp;</td>')
    .replace('<td>行政处罚</td><td colspan="3">0</td>', '<td>行政处罚</td><td colspan="3">&nbsp;&#12288;</td>');
  const blanks = cellsOf(read(text)).filter(({ state }) => state === 'blank');
  const [one, several] = [text.indexOf('&nbsp;<'), text.indexOf('&nbsp;&')];
  expect(blanks.map(({ span }) => span)).toEqual([
    { start: one, end: one + '&nbsp;'.length },
    { start: several, end: several },
  ]);
});

const FIXTURES = 'test/fixtures/converters';
const expected = expectedJson as Readonly<Record<string, Readonly<Record<string, string>>>>;

describe.each(['2019', '2021', '2021-blanks'])('what converters make of %s', (sample) => {
  const files = readdirSync(path.join(FIXTURES, sample)).filter((name) => name !== 'values.json');
  it.each(files)('%s', (name) => {
    const decoded = decode(readFileSync(path.join(FIXTURES, sample, name)));
    const numbers = decoded.kind === 'text' ? numbersIn(read(decoded.text)) : new Map();
    const values = new Map<string, number>(Object.entries(JSON.parse(readFileSync(path.join(FIXTURES, sample, 'values.json'), 'utf8'))));
    const due = expected[path.parse(name).name]?.[sample];
    for (const [key, value] of numbers) expect([key, value]).toEqual([key, values.get(key)]);
    if (due === 'full') expect(numbers.size).toBe(values.size);
    else if (due === 'gaps') expect(numbers.size).toBeGreaterThan(0);
    else expect(numbers.size).toBe(0);
  });
});

describe('a condition', () => {
  it.each(CONDITIONS.map((one) => [`${one.layout}: ${one.name}`, one] as const))('%s', (_, condition) => {
    const { text, due } = conditionOf(condition);
    expect(numbersIn(read(text))).toEqual(due);
  });
});

describe('a label', () => {
  const cases = [...WORDS, ...WRITING, ...ALIKE].map((one: LabelCase) => [`of ${one[0]}, “${one[1]}”, may be “${one[2]}”`, one] as const);
  it.each(cases)('%s', (_, [edition, label, written, at]) => {
    const document = read(renamed('tsv', edition, label, written, at));
    expect(numbersIn(document)).toEqual(consistentValues(edition, seeded(3)));
  });
});
