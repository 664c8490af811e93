/** The reader and the layouts without any rule, in three seconds: what the mutation tester asks of each mutant. Nothing is read before a test runs. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../server/src/core/text/decode.ts';
import expectedJson from '../../converters/expected.json' with { type: 'json' };
import { CONDITIONS, conditionOf } from '../../harness/conditions.ts';
import { ALIKE, renamed, WORDS, WRITING } from '../../harness/labels.ts';
import { DRAWN, GLUED, LAYOUTS, LOSSY, layoutId } from '../../harness/layouts.ts';
import { cellsOf, numbersIn, read, rowsOf, writtenAt } from '../../harness/read.ts';
import { consistentValues, renderReport, seeded, UNIT } from '../../harness/reports.ts';

const EDITIONS = ['2019', '2021'] as const;
const values2021 = (): Map<string, number> => consistentValues('2021', seeded(3));

describe.each([...LAYOUTS, ...DRAWN, ...LOSSY])('%s', (layout) => {
  it.each(EDITIONS)('%s: every number is read, and stands where it is said to stand', (edition) => {
    const values = consistentValues(edition, seeded(3));
    const document = read(renderReport({ edition, layout, values }));
    expect(numbersIn(document)).toEqual(values);
    for (const cell of cellsOf(document)) expect([cell.spec.key, writtenAt(document, cell)]).toEqual([cell.spec.key, String(cell.value)]);
    for (const { spec, found, misfit } of rowsOf(document)) expect([spec.key, found, misfit]).toEqual([spec.key, spec.cells.length, null]);
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

describe.each(GLUED)('%s', (layout) => {
  it.each(EDITIONS)('%s: runs of digits are cut as the sums say', (edition) => {
    const values = consistentValues(edition, seeded(3));
    const document = read(renderReport({ edition, layout, values }));
    expect(cellsOf(document)).toHaveLength(values.size);
    const numbers = numbersIn(document);
    expect(numbers.size).toBeGreaterThan(values.size / 2);
    for (const [key, value] of numbers) expect([key, value]).toEqual([key, values.get(key)]);
  });
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
  it.each([...WORDS, ...WRITING, ...ALIKE])('of %s, “%s”, is known as “%s”', (edition, label, written, at) => {
    const document = read(renamed('tsv', edition, label, written, at));
    expect(numbersIn(document)).toEqual(consistentValues(edition, seeded(3)));
  });
});
