/** Rows that stand in a table twice, or elsewhere in it: what is said, and what is mended. */
import { describe, expect, it } from 'vitest';
import { applyEdits, type Finding, fixesOf } from '../../../server/src/core/index.ts';
import type { RowSpec, TableForm } from '../../../server/src/core/statute/form.ts';
import { type Checked, check, fixTitles, numbersOf, rulesOf, told } from '../../harness/check.ts';
import { type Grid, type GridCell, gridOf, type ReportValues } from '../../harness/grid.ts';
import { DRAWN, LAYOUTS, LOSSY, render, type TestLayout } from '../../harness/layouts.ts';
import { consistentValues, type EditionId, forms, renderReport, seeded } from '../../harness/reports.ts';

const EDITIONS = ['2019', '2021'] as const;
const drawn = (edition: EditionId): Map<string, number> => consistentValues(edition, seeded(3));
const tableOf = (edition: EditionId, id: string): TableForm => forms[edition].tables.find((table) => table.id === id) as TableForm;

/** A report and the rows of one of its tables as text, so that rows can be repeated, moved and left out. */
interface Sheet {
  readonly whole: string;
  readonly rows: readonly string[];
  /** Where in `rows` a line of the form stands. */
  place(line: RowSpec): number;
  /** The report with other rows in the place of the table's. */
  write(rows: readonly string[]): string;
  /** The place in the text of the row at `index` of `rows`. */
  extent(rows: readonly string[], index: number): { readonly start: number; readonly end: number };
}

const CLOSING = /<\/table>\n$/;

function sheetOf(layout: TestLayout, edition: EditionId, table: TableForm, values: ReportValues = drawn(edition)): Sheet {
  const grid = gridOf(table, values);
  const whole = renderReport({ edition, layout, values });
  const full = render(layout, grid);
  const upTo = ['', ...grid.map((_, y) => render(layout, grid.slice(0, y + 1)).replace(CLOSING, ''))];
  const rows = grid.map((_, y) => (upTo[y + 1] as string).slice((upTo[y] as string).length));
  const start = whole.indexOf(full);
  const rest = full.slice(rows.join('').length);
  return {
    whole,
    rows,
    place: ({ label }) => grid.findIndex((row) => row.length > 1 && row.some(({ text }) => text === label)),
    write: (other) => whole.slice(0, start) + other.join('') + rest + whole.slice(start + full.length),
    extent: (other, index) => {
      const from = start + other.slice(0, index).join('').length;
      return { start: from, end: from + (other[index] ?? '').length };
    },
  };
}

const inserted = <T>(list: readonly T[], at: number, item: T): T[] => [...list.slice(0, at), item, ...list.slice(at)];
const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);
const moved = <T>(list: readonly T[], from: number, to: number): T[] => inserted(without(list, from), to, list[from] as T);

/** Whether the label of a group stands in the row: it goes where the row goes, though it belongs to other rows too. */
const carriesGroup = ({ rows }: TableForm, { index, groups }: RowSpec): boolean =>
  groups.some((group) => !rows[index - 1]?.groups.includes(group));

const labelled = ({ rows }: TableForm): RowSpec[] => rows.filter((row) => row.labelled);

const fixedBy = ({ document }: Checked, finding: Finding): string[] =>
  fixesOf(document, finding).map(({ edits }) => applyEdits(document.text, edits));

/** `rule row`, and whether the finding stands in that stretch of text. */
const saidOf = ({ findings }: Checked, { start, end }: { start: number; end: number }): string[] =>
  findings.map(({ rule, row, span }) => `${rule} ${row} ${span.start >= start && span.end <= end ? 'there' : 'elsewhere'}`);

/** With a group's label in it the row's lines are not its own alone; in HTML its groups' cells would be too tall without it. */
const isDeletable = (layout: TestLayout, table: TableForm, row: RowSpec): boolean =>
  layout.startsWith('html') ? row.groups.length === 0 : !carriesGroup(table, row);

const DELETE = 'manual 删除重复的这一行';

describe.each(LAYOUTS)('%s: a row that stands twice', (layout) => {
  const tables = EDITIONS.flatMap((edition) => forms[edition].tables.map((table) => ({ edition, table })));

  it('is reported where it stands again, and deleting it restores the text', () => {
    for (const { edition, table } of tables) {
      const { whole, rows, place, write, extent } = sheetOf(layout, edition, table);
      for (const row of labelled(table)) {
        const own = place(row);
        // Behind itself, and at the end of the table. What becomes of the first row further below is another test.
        for (const at of row.index === 0 ? [own + 1] : [own + 1, rows.length]) {
          const repeated = inserted(rows, at, rows[own] as string);
          const checked = check(write(repeated));
          expect(saidOf(checked, extent(repeated, at))).toEqual([`duplicate-row ${row.key} there`]);
          const [finding] = checked.findings as [Finding];
          expect(finding).toMatchObject({ severity: 'error', cells: row.cells.map(({ key }) => key), related: [expect.anything()] });
          const alone = isDeletable(layout, table, row);
          expect(fixTitles(checked, finding)).toEqual(alone ? [DELETE] : []);
          expect(fixedBy(checked, finding)).toEqual(alone ? [whole] : []);
          expect(numbersOf(checked)).toEqual(drawn(edition));
        }
      }
    }
  });

  it('with other numbers is for a person to mend: the first one counts', () => {
    for (const { edition, table } of tables) {
      const values = drawn(edition);
      const { rows, place, write, extent } = sheetOf(layout, edition, table);
      for (const row of labelled(table)) {
        const others = new Map(values);
        for (const { key } of row.cells) others.set(key, (values.get(key) as number) + 1);
        const other = sheetOf(layout, edition, table, others).rows[place(row)] as string;
        const below = inserted(rows, place(row) + 1, other);
        const checked = check(write(below));
        expect(saidOf(checked, extent(below, place(row) + 1))).toEqual([`duplicate-row ${row.key} there`]);
        expect(fixTitles(checked, checked.findings[0] as Finding)).toEqual([]);
        expect(numbersOf(checked)).toEqual(values);

        const above = inserted(rows, place(row), other);
        const reversed = check(write(above));
        const again = reversed.findings.filter(({ rule }) => rule === 'duplicate-row');
        expect(saidOf({ ...reversed, findings: again }, extent(above, place(row) + 1))).toEqual([`duplicate-row ${row.key} there`]);
        expect(numbersOf(reversed)).toEqual(others);
      }
    }
  });

  it('is the line of numbers of section four, too', () => {
    for (const edition of EDITIONS) {
      const { whole, rows, write, extent } = sheetOf(layout, edition, tableOf(edition, 'disputes'));
      const repeated = [...rows, rows.at(-1) as string];
      const checked = check(write(repeated));
      expect(saidOf(checked, extent(repeated, rows.length))).toEqual(['duplicate-row disputes there']);
      expect(fixedBy(checked, checked.findings[0] as Finding)).toEqual([whole]);
    }
  });
});

it.each([
  ['a blank twice', '/', '', [DELETE]],
  ['a remark twice', '36（其中变更16件）', '36（其中变更16件）', [DELETE]],
  ['the number with a remark', '36', '36（其中变更16件）', []],
  ['a word where the other is blank', '/', '待定', []],
  ['two words', '待定', '另附', []],
])('a row that stands twice with %s', (_, first, second, fixes) => {
  const table = tableOf('2021', 'disclosure');
  const withNumber = (number: string): Sheet =>
    sheetOf(
      'tsv',
      '2021',
      table,
      new Map<string, number | string>(drawn('2021')).set('disclosure.administrativePenalties.decisions', number),
    );
  const { rows, place, write } = withNumber(first);
  const at = place(table.rows.find(({ key }) => key === 'administrativePenalties') as RowSpec);
  const checked = check(write(inserted(rows, at + 1, withNumber(second).rows[at] as string)));
  const repeated = checked.findings.filter(({ rule }) => rule === 'duplicate-row');
  expect(repeated.map((finding) => fixTitles(checked, finding))).toEqual([fixes]);
});

it('the first row of a table again further below is a repeated row too, and no row behind it is missed', () => {
  for (const id of ['disclosure', 'applications']) {
    const table = tableOf('2021', id);
    const { rows, place, write } = sheetOf('markdown', '2021', table);
    const [first] = table.rows as [RowSpec];
    for (let at = place(first) + 2; at <= rows.length; at++)
      expect([id, at, rulesOf(write(inserted(rows, at, rows[place(first)] as string)))]).toEqual([id, at, ['duplicate-row']]);
  }
});

describe('in HTML the cells of groups say over how many rows they stand', () => {
  const table = tableOf('2021', 'applications');
  const values = drawn('2021');
  const grid = gridOf(table, values);
  const placeOf = (label: string): number => grid.findIndex((row) => row.some(({ text }) => text === label));
  const written = (layout: TestLayout, rows: Grid): Checked =>
    check(renderReport({ layout, values }).replace(render(layout, grid), () => render(layout, rows)));
  const taller = (rows: Grid, label: string, by: number): Grid =>
    rows.map((row) => row.map((cell) => (cell.text === label ? { ...cell, rows: cell.rows + by } : cell)));

  it.each(['html', 'html-word'] as const)('%s: a row of a group is not deleted', (layout) => {
    const y = placeOf('2.其他法律行政法规禁止公开');
    const repeated = taller(taller(inserted(grid, y, grid[y] as GridCell[]), '（三）不予公开', 1), '三、本年度办理结果', 1);
    const checked = written(layout, repeated);
    expect(checked.findings.map(({ rule }) => rule)).toEqual(['duplicate-row']);
    expect(fixTitles(checked, checked.findings[0] as Finding)).toEqual([]);
  });

  it.each(['html', 'html-word'] as const)('%s: a row is not moved from one group to another', (layout) => {
    const [from, to] = [placeOf('2.重复申请'), placeOf('4.保护第三方合法权益')];
    const rows = taller(taller(inserted(without(grid, from), to, grid[from] as GridCell[]), '（三）不予公开', 1), '（五）不予处理', -1);
    const checked = written(layout, rows);
    expect(checked.findings.map(({ rule, row }) => [rule, row])).toEqual([['row-order', 'notProcessed.duplicate']]);
    expect(fixTitles(checked, checked.findings[0] as Finding)).toEqual([]);
    expect(numbersOf(checked)).toEqual(values);
  });
});

describe.each(LAYOUTS)('%s: a row that stands elsewhere in its group', (layout) => {
  it('is reported there, and moving it restores the text', () => {
    for (const edition of EDITIONS) {
      for (const table of forms[edition].tables) {
        const { whole, rows, place, write, extent } = sheetOf(layout, edition, table);
        const kindOf = ({ block, groups }: RowSpec): string => `${block} ${groups}`;
        for (const row of labelled(table)) {
          for (const target of labelled(table)) {
            if (row === target || kindOf(row) !== kindOf(target)) continue;
            const [from, to] = [place(row), place(target)];
            const text = moved(rows, from, to);
            const checked = check(write(text));
            // Of two rows that have changed places either may be the one; the form's later one is said to be.
            const said = Math.abs(from - to) === 1 && target.index > row.index ? target : row;
            const stands = said === row ? to : from;
            expect(saidOf(checked, extent(text, stands))).toEqual([`row-order ${said.key} there`]);
            const [finding] = checked.findings as [Finding];
            expect(finding.severity).toBe('warning');
            // Nothing stands before the first row, and a group's label cannot go along.
            const order = moved(table.rows, row.index, target.index);
            const above = order[order.indexOf(said) - 1];
            // In HTML it might stand among the rows of another group, whose cells count it.
            const stays = !layout.startsWith('html') || String(above?.groups ?? []) === String(said.groups);
            const movable = said.index > 0 && !carriesGroup(table, said) && stays;
            expect(fixesOf(checked.document, finding).map((fix) => fix.class)).toEqual(movable ? ['manual'] : []);
            expect(fixedBy(checked, finding)).toEqual(movable ? [whole] : []);
            expect(numbersOf(checked)).toEqual(drawn(edition));
          }
        }
      }
    }
  });

  it('is not moved out of its group where the group’s label stayed behind', () => {
    const table = tableOf('2021', 'applications');
    const values = drawn('2021');
    const grid = gridOf(table, values);
    for (const group of ['denied', 'unavailable', 'notProcessed', 'other']) {
      const rows = table.rows.filter(({ groups }) => groups.includes(group));
      const [first] = rows as [RowSpec];
      const y = grid.findIndex((row) => row.some(({ text }) => text === first.label));
      const own = (row: readonly GridCell[]): GridCell[] => row.slice(-1 - first.cells.length);
      // The first row comes third; the label of the group stays where it is, as merged cells do.
      const order = [1, 2, 0, ...rows.keys()].slice(0, 3);
      const changed: Grid = grid.map((row, index) => {
        const source = order[index - y];
        return source === undefined ? row : [...row.slice(0, row.length - own(row).length), ...own(grid[y + source] as GridCell[])];
      });
      const text = renderReport({ layout, values }).replace(render(layout, grid), () => render(layout, changed));
      const checked = check(text);
      expect(checked.findings.map(({ rule, row }) => [rule, row])).toEqual([['row-order', first.key]]);
      expect(fixTitles(checked, checked.findings[0] as Finding)).toEqual([]);
      expect(numbersOf(checked)).toEqual(values);
    }
  });

  it('is put in order with all the others that are out of it, one after another', () => {
    const table = tableOf('2021', 'applications');
    const { whole, rows, place, write } = sheetOf(layout, '2021', table);
    const lines = table.rows.filter((row) => row.groups.includes('denied') && !carriesGroup(table, row));
    const first = place(lines[0] as RowSpec);
    for (let seed = 1; seed <= 10; seed++) {
      const next = seeded(seed);
      const order = lines.map((_, index) => index);
      for (let at = order.length - 1; at > 0; at--) {
        const other = next(at);
        [order[at], order[other]] = [order[other] as number, order[at] as number];
      }
      let text = write(
        rows.map((row, at) => (at >= first && at < first + order.length ? (rows[first + (order[at - first] as number)] as string) : row)),
      );
      for (let left = order.length - longestRise(order); left > 0; left--) {
        const checked = check(text);
        expect(checked.findings.map(({ rule }) => rule)).toEqual(Array(left).fill('row-order'));
        const rank = ({ row }: Finding): number => lines.findIndex(({ key }) => key === row);
        const [lowest] = [...checked.findings].sort((a, b) => rank(a) - rank(b));
        [text = ''] = fixedBy(checked, lowest as Finding);
      }
      expect(text).toBe(whole);
    }
  });
});

/** How many of the numbers rise one after another, at most. */
function longestRise(numbers: readonly number[]): number {
  const lengths: number[] = [];
  for (const [index, number] of numbers.entries())
    lengths.push(1 + Math.max(0, ...lengths.filter((_, before) => before < index && (numbers[before] as number) < number)));
  return Math.max(0, ...lengths);
}

it.each([...LAYOUTS, ...DRAWN, ...LOSSY])('%s: a correct report has all rows once and in order, in the form’s words', (layout) => {
  for (const edition of EDITIONS)
    for (const seed of [1, 2, 3, 4])
      expect(told(renderReport({ layout, edition, values: consistentValues(edition, seeded(seed)) }))).toEqual([]);
});

it.each(LAYOUTS)('%s: rows are deleted and moved with their line ends', (layout) => {
  const table = tableOf('2021', 'applications');
  const { whole, rows, place, write } = sheetOf(layout, '2021', table);
  const placeOf = (row: string): number => place(table.rows.find(({ key }) => key === row) as RowSpec);
  const [over, twice] = [placeOf('carriedOver'), placeOf('notProcessed.duplicate')];
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
  for (const changed of [inserted(rows, over + 1, rows[over] as string), moved(rows, twice, twice + 2)]) {
    const checked = check(crlf(write(changed)));
    expect(checked.findings).toHaveLength(1);
    expect(fixedBy(checked, checked.findings[0] as Finding)).toEqual([crlf(whole)]);
  }
});
