/** Tables without separators, or with drawn ones, as converters set them: borders, rulers, columns by spaces, running lines. */
import { widthOf } from '../../server/src/core/text/width.ts';
import { type Grid, type GridCell, spelledOut } from './grid.ts';

const width = (text: string): number => [...text].reduce((sum, char) => sum + widthOf(char.charCodeAt(0)), 0);
const pad = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)));

/** A text in lines of so many screen columns. */
function wrap(text: string, columns: number): string[] {
  const lines = [''];
  for (const char of text) {
    if (width(`${lines[lines.length - 1]}${char}`) > columns) lines.push('');
    lines[lines.length - 1] += char;
  }
  return lines;
}

const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);
const plain = (grid: Grid): string[][] => spelledOut(grid).map((row) => row.map((text) => text ?? ''));

/** A grid table whose labels break over lines, as pandoc's. */
export function renderGrid(grid: Grid): string[] {
  const rows = plain(grid);
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(4, ...rows.map((row) => (isNumber(row[at] ?? '') ? width(row[at] ?? '') : 4))),
  );
  const border = `+${widths.map((size) => '-'.repeat(size + 2)).join('+')}+`;
  const lines = rows.flatMap((row) => {
    const cells = widths.map((size, at) => wrap(row[at] ?? '', size));
    const height = Math.max(...cells.map(({ length }) => length));
    const drawn = Array.from(
      { length: height },
      (_, y) => `| ${cells.map((cell, at) => pad(cell[y] ?? '', widths[at] ?? 0)).join(' | ')} |`,
    );
    return [...drawn, border];
  });
  return [border, ...lines];
}

/** Columns under a ruler: a row a line, or rows between blank lines. */
export function renderRuled(grid: Grid, kind: 'simple' | 'multiline'): string[] {
  const rows = plain(grid);
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(2, ...rows.map((row) => width(row[at] ?? ''))));
  const ruler = `  ${widths.map((size) => '-'.repeat(size)).join(' ')}`;
  const drawn = rows.map((row) => `  ${widths.map((size, at) => pad(row[at] ?? '', size)).join(' ')}`);
  return [ruler, ...(kind === 'simple' ? drawn : drawn.flatMap((line, at) => (at > 0 ? ['', line] : [line]))), ruler];
}

const LABEL_WIDTH = 24;

/** Running lines: a short label before its numbers, a long one in lines above them. */
export function renderRaw(grid: Grid): string[] {
  return grid.flatMap((row) => {
    const first = row.findIndex(({ text }) => isNumber(text) || text === '');
    const labels = (first < 0 ? row : row.slice(0, first)).map(({ text }) => wrap(text, LABEL_WIDTH));
    const numbers = (first < 0 ? [] : row.slice(first))
      .map(({ text }) => text)
      .filter(Boolean)
      .join(' ');
    const last = labels[labels.length - 1];
    if (!numbers) return labels.flat();
    if (!last || last.length > 1) return [...labels.flat(), numbers];
    return [...labels.slice(0, -1).flat(), `${last[0]} ${numbers}`];
  });
}

interface Placed {
  readonly x: number;
  readonly cell: GridCell;
  readonly rows: readonly [number, number];
}

/**
 * Columns by spaces. Labels break over lines and stand in the middle of their rows, so that a group's label stands
 * between its rows; on a `page` the narrow first column runs down the margin, one character a line.
 */
export function renderAligned(grid: Grid, kind: 'browser' | 'page'): string[] {
  const columns = Math.max(...plain(grid).map((row) => row.length));
  const placed = place(grid);
  const narrow = kind === 'page' && placed.some(({ cell }) => cell.rows > 3 && cell.text.length > 6);
  const widths = Array.from({ length: columns }, (_, x) => {
    const own = placed.filter((one) => one.x === x && one.cell.columns === 1);
    if (narrow && x === 0) return 2;
    return Math.min(LABEL_WIDTH, Math.max(4, ...own.map(({ cell }) => (cell.rows > 1 ? 8 : width(cell.text)))));
  });
  const span = ({ x, cell }: Placed): number =>
    widths.slice(x, x + cell.columns).reduce((sum, size) => sum + size, 0) + 2 * (cell.columns - 1);
  const wrapped = new Map(placed.map((one) => [one, wrap(one.cell.text, span(one))]));
  // A row is as high as its highest cell; cells over several rows make their last row higher where need be.
  const heights = grid.map((_, y) =>
    Math.max(1, ...placed.filter(({ rows: [from, to] }) => from === y && to === y + 1).map((one) => wrapped.get(one)?.length ?? 1)),
  );
  const tops: number[] = [0];
  for (const one of placed) {
    const [from, to] = one.rows;
    const lack = (wrapped.get(one)?.length ?? 1) - heights.slice(from, to).reduce((a, b) => a + b, 0);
    if (lack > 0) heights[to - 1] = (heights[to - 1] ?? 1) + lack;
  }
  for (const [y, height] of heights.entries()) tops[y + 1] = (tops[y] ?? 0) + height;
  const total = heights.reduce((a, b) => a + b, 0);
  const canvas: { x: number; text: string }[][] = Array.from({ length: total }, () => []);
  for (const one of placed) {
    const text = wrapped.get(one) ?? [];
    const [from, to] = one.rows;
    const height = heights.slice(from, to).reduce((a, b) => a + b, 0);
    const top = (tops[from] ?? 0) + Math.floor((height - text.length) / 2);
    const x = widths.slice(0, one.x).reduce((sum, size) => sum + size + 2, 0);
    for (const [index, line] of text.entries()) canvas[top + index]?.push({ x, text: line });
  }
  return canvas.map((pieces) => {
    const sorted = [...pieces].sort((a, b) => a.x - b.x);
    return sorted.reduce((line, { x, text }) => (text ? `${pad(line, x)}${text}` : line), '');
  });
}

/** Each cell with its column and the rows that it takes. */
function place(grid: Grid): Placed[] {
  const taken = grid.map((): boolean[] => []);
  return grid.flatMap((row, y) => {
    let x = 0;
    return row.map((cell): Placed => {
      while (taken[y]?.[x]) x++;
      const at = x;
      for (let dy = 0; dy < cell.rows; dy++) for (let dx = 0; dx < cell.columns; dx++) (taken[y + dy] ?? [])[at + dx] = true;
      x += cell.columns;
      return { x: at, cell, rows: [y, y + cell.rows] };
    });
  });
}

/** Nothing between labels and numbers, a row a line. */
export const renderGlued = (grid: Grid): string[] => grid.map((row) => row.map(({ text }) => text).join(''));
