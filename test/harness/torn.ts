/** Tables torn apart: how programs that read a page’s text write a table down whose cells they do not see. */
import type { TableForm } from '../../server/src/core/statute/form.ts';
import { widthOf } from '../../server/src/core/text/width.ts';
import { type Grid, type GridCell, gridOf, type ReportValues } from './grid.ts';
import { render } from './layouts.ts';
import { type EditionId, forms, renderReport } from './reports.ts';

export const tableOf = (edition: EditionId, id: string): TableForm => forms[edition].tables.find((table) => table.id === id) as TableForm;
const isNumber = ({ text }: GridCell): boolean => /^-?\d+$/.test(text);
export const words = (cells: readonly GridCell[]): string[] => cells.flatMap((cell) => (isNumber(cell) ? [] : [cell.text]));
export const numbers = (cells: readonly GridCell[]): string[] => cells.flatMap((cell) => (isNumber(cell) ? [cell.text] : []));
export const lined = (rows: readonly (readonly string[])[]): string[] => rows.map((row) => row.join(' ')).filter((line) => line !== '');

/** How programs that read a page’s text in some order write a table down. */
export const TORN: Readonly<Record<string, (grid: Grid) => string[]>> = {
  'all labels, then all numbers, each in a line': (grid) => [...words(grid.flat()), ...numbers(grid.flat())],
  'all labels, then the rows of numbers': (grid) => [...words(grid.flat()), ...lined(grid.map(numbers))],
  'the rows of labels, then the rows of numbers': (grid) => [...lined(grid.map(words)), ...lined(grid.map(numbers))],
  'all labels, then the columns of numbers': (grid) => {
    const rows = grid.map(numbers);
    const longest = Math.max(...rows.map(({ length }) => length));
    return [...words(grid.flat()), ...Array.from({ length: longest }, (_, x) => rows.flatMap((row) => row[x] ?? [])).flat()];
  },
  'all numbers, then all labels, each in a line': (grid) => [...numbers(grid.flat()), ...words(grid.flat())],
  'the rows of numbers, then all labels': (grid) => [...lined(grid.map(numbers)), ...words(grid.flat())],
  'the rows of numbers, then the rows of labels': (grid) => [...lined(grid.map(numbers)), ...lined(grid.map(words))],
  'the labels of two rows, then the numbers of both': (grid) =>
    grid.flatMap((_, y) => (y % 2 === 0 ? [grid.slice(y, y + 2).flatMap(words), grid.slice(y, y + 2).flatMap(numbers)].flat() : [])),
};

/** A report in lines without separators, the lines of one table as `tear` writes them. */
export function torn(edition: EditionId, id: string, values: ReportValues, tear: (grid: Grid) => string[]): string {
  const grid = gridOf(tableOf(edition, id), values);
  const whole = renderReport({ edition, layout: 'bare-lines', values });
  const full = render('bare-lines', grid);
  if (!whole.includes(full)) throw new Error(`${id} of ${edition} is not in the report`);
  return whole.replace(full, () => `${tear(grid).join('\n')}\n`);
}

/**
 * What pdftotext -layout makes of some PDF files: numbers of a row stand a line above or below their label, in their
 * columns, and no row says which. `chance` decides for each number.
 */
export function tearRows(text: string, chance: (most: number) => number): { readonly text: string; readonly rows: number } {
  let rows = 0;
  const torn = text.split('\n').flatMap((line) => {
    const runs = [...line.matchAll(/(?<=\s)\d+(?=\s|$)/g)];
    if (runs.length === 0 || chance(1) === 0) return [line];
    const away = runs.map(() => chance(2) - 1);
    if (away.every((to) => to === away[0]) && runs.length > 1) away[0] = away[0] === 0 ? 1 : 0;
    if (away[0] === 0 && runs.length === 1) return [line];
    rows++;
    const parts = [-1, 0, 1].map((to) => {
      let kept = '';
      let at = 0;
      for (const [index, run] of runs.entries()) {
        const gap = line.slice(at, run.index);
        kept += to === 0 ? gap : ' '.repeat([...gap].reduce((width, char) => width + widthOf(char.charCodeAt(0)), 0));
        kept += away[index] === to ? run[0] : ' '.repeat(run[0].length);
        at = run.index + run[0].length;
      }
      return kept.trimEnd();
    });
    return parts.filter((part) => part !== '');
  });
  return { text: torn.join('\n'), rows };
}
