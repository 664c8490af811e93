/** Lexer for columns under a ruler of dashes: pandoc's simple and multiline tables, those of reStructuredText. */
import { type Lines, lineSpan } from '../text/lines.ts';
import { isSpace } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import { widthOf } from '../text/width.ts';
import { type Emit, end, joined } from './token.ts';

/** The columns of the screen where the columns of the table begin; nothing for a line that is no ruler. */
export function rulerOf(text: string, start: number, lineEnd: number): number[] | null {
  const starts: number[] = [];
  let mark = 0;
  for (let at = start; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20) continue;
    if ((code !== 0x2d && code !== 0x3d) || (mark && code !== mark)) return null;
    mark = code;
    if (at === start || text.charCodeAt(at - 1) === 0x20) {
      if (text.charCodeAt(at + 1) !== code) return null;
      starts.push(at - start);
    }
  }
  return starts.length > 1 ? starts : null;
}

// A ruled table is searched for its lower ruler no further than this.
const MOST_LINES = 600;

/** Emits the rows between the ruler at line `from` and the next one (or a blank line); returns the first line behind. */
export function lexRuled(lines: Lines, from: number, to: number, columns: readonly number[], emit: Emit): number {
  const { text } = lines;
  const last = lastLine(lines, from, to, columns);
  const body = Array.from({ length: last - from - 1 }, (_, index) => lineSpan(lines, from + 1 + index));
  const isBlank = ({ start, end: stop }: Span): boolean => fragmentsOf(text, start, stop).length === 0;
  const blanks = body.map(isBlank);
  // Blank lines between rows: a row may take several lines.
  const spaced = blanks.slice(1, -1).includes(true);
  let row = columns.map((): Span[] => []);
  let first: Span | null = null;
  const flush = (): void => {
    if (!first) return;
    for (const [index, pieces] of row.entries()) emit(joined(text, 'ruled', pieces, placeOf(text, first, columns[index] ?? 0)));
    emit(end('ruled', first.end));
    row = columns.map(() => []);
    first = null;
  };
  body.forEach((line, index) => {
    if (!spaced || blanks[index]) flush();
    if (blanks[index]) return;
    first ??= line;
    for (const { start, end: stop, column } of fragmentsOf(text, line.start, line.end))
      row[columnAt(columns, column)]?.push({ start, end: stop });
  });
  flush();
  return last + 1;
}

/** The lower ruler, else the line before the first blank one. */
function lastLine(lines: Lines, from: number, to: number, columns: readonly number[]): number {
  const limit = Math.min(to, from + MOST_LINES);
  let blank = -1;
  for (let line = from + 1; line < limit; line++) {
    const { start, end: stop } = lineSpan(lines, line);
    const ruler = rulerOf(lines.text, start, stop);
    if (ruler && ruler.length === columns.length) return line;
    if (blank < 0 && fragmentsOf(lines.text, start, stop).length === 0) blank = line;
  }
  return blank < 0 ? limit : blank;
}

interface Fragment extends Span {
  readonly column: number;
}

/** The words of a line, each with the column of the screen where it begins. */
function fragmentsOf(text: string, start: number, lineEnd: number): Fragment[] {
  const fragments: Fragment[] = [];
  let column = 0;
  let from = -1;
  let fromColumn = 0;
  for (let at = start; at <= lineEnd; at++) {
    const code = at < lineEnd ? text.charCodeAt(at) : 0x20;
    if (isSpace(code)) {
      if (from >= 0) fragments.push({ start: from, end: at, column: fromColumn });
      from = -1;
    } else if (from < 0) {
      from = at;
      fromColumn = column;
    }
    column += widthOf(code);
  }
  return fragments;
}

/** A word belongs to the column that begins where it does, give or take a little, else to the one it stands in. */
function columnAt(columns: readonly number[], column: number): number {
  let inside = 0;
  for (const [index, start] of columns.entries()) {
    if (Math.abs(start - column) <= 1) return index;
    if (start <= column) inside = index;
  }
  return inside;
}

/** Where a number goes into an empty column of a line. */
function placeOf(text: string, line: Span, column: number): number {
  let at = line.start;
  for (let width = 0; at < line.end && width < column; at++) width += widthOf(text.charCodeAt(at));
  return at;
}
