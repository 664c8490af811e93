/** Writers for layouts in which a cell is told by its place: drawn borders, rulers, columns by spaces. */
import { widthOf } from '../text/width.ts';
import { type Paper, type Place, placesOf } from './paper.ts';

const columnsOf = (text: string): number => {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += widthOf(text.charCodeAt(at));
  return sum;
};
const pad = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - columnsOf(text)));

const widthsOf = (rows: readonly (readonly Place[])[], least: number): number[] =>
  (rows[0] ?? []).map((_, x) => Math.max(least, ...rows.map((row) => columnsOf(row[x]?.text ?? ''))));

/** What borders and rulers are made of: dashes, the double lines of reStructuredText, box drawing. */
export type LineCharacter = '-' | '=' | '─';

/** Where a border begins, is met by another, and ends: above the first row, between rows, below the last. */
const JOINTS = { '-': ['+++', '+++', '+++'], '─': ['┌┬┐', '├┼┤', '└┴┘'] } as const;

/** Borders around every place, merged cells as blanks. */
export function writeGrid(paper: Paper, line: LineCharacter): string[] {
  const rows = placesOf(paper);
  const widths = widthsOf(rows, 1);
  const drawn = line === '─' ? '─' : '-';
  const side = drawn === '─' ? '│' : '|';
  const [above, between, below] = JOINTS[drawn].map(
    ([left, middle = '', right]) => left + widths.map((size) => drawn.repeat(size + 2)).join(middle) + right,
  ) as [string, string, string];
  const drawnRows = rows.map((row) => `${side} ${row.map(({ text }, x) => pad(text, widths[x] ?? 0)).join(` ${side} `)} ${side}`);
  return [above, ...drawnRows.flatMap((row, y) => (y > 0 ? [between, row] : [row])), below];
}

/** Columns between two rulers, a row a line. */
export function writeRuled(paper: Paper, line: LineCharacter): string[] {
  const rows = placesOf(paper);
  const widths = widthsOf(rows, 2);
  const ruler = widths.map((size) => (line === '=' ? '=' : '-').repeat(size)).join(' ');
  const drawn = rows.map((row) => row.map(({ text }, x) => pad(text, widths[x] ?? 0)).join(' '));
  return [ruler, ...drawn.map((row) => row.trimEnd()), ruler];
}

// With one space between them two cells are words of one.
const APART = 2;

/** Columns by spaces; a wide cell runs over the columns that it takes. Blanks leave no certain trace. */
export function writeAligned(paper: Paper): string[] {
  const rows = placesOf(paper);
  const cells = rows.map((row) =>
    row.flatMap((place, x) => {
      if (place.part !== 'cell') return [];
      const next = row.findIndex(({ part }, at) => at > x && part !== 'right');
      return [{ text: place.text, x, end: next < 0 ? row.length : next }];
    }),
  );
  const widths = (rows[0] ?? []).map(() => 1);
  const reach = (x: number, end: number): number => widths.slice(x, end).reduce((sum, size) => sum + size + APART, -APART);
  // Narrow cells first: what is missing for a wide one, its last column gets.
  for (const { text, x, end } of cells.flat().sort((a, b) => a.end - a.x - (b.end - b.x))) {
    const lack = columnsOf(text) - reach(x, end);
    if (lack > 0) widths[end - 1] = (widths[end - 1] ?? 0) + lack;
  }
  const left = (x: number): number => widths.slice(0, x).reduce((sum, size) => sum + size + APART, 0);
  return cells.map((row) => row.reduce((line, { text, x }) => (text ? pad(line, left(x)) + text : line), ''));
}
