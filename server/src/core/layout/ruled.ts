/** Lexer for columns under a ruler of dashes: pandoc's simple and multiline tables, those of reStructuredText. */
import { isSpace } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import { widthOf } from '../text/width.ts';
import { type Emit, end, gap, joined, roomAfter } from './token.ts';

/** A column of the table: where it begins and ends on the screen. */
interface Column {
  readonly from: number;
  readonly to: number;
}

/** The columns that a ruler draws; nothing for a line that is no ruler. */
export function rulerOf(text: string, start: number, lineEnd: number): Column[] | null {
  const columns: Column[] = [];
  let mark = 0;
  for (let at = start; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20) continue;
    if ((code !== 0x2d && code !== 0x3d) || (mark && code !== mark)) return null;
    mark = code;
    if (at === start || text.charCodeAt(at - 1) === 0x20) {
      if (text.charCodeAt(at + 1) !== code) return null;
      let to = at;
      while (to < lineEnd && text.charCodeAt(to) === code) to++;
      columns.push({ from: at - start, to: to - start });
    }
  }
  return columns.length > 1 && columns.length <= MOST_COLUMNS ? columns : null;
}

// A line of more dashes is no ruler; every word below one is held against each of its columns.
const MOST_COLUMNS = 60;

// A ruled table is searched for its lower ruler no further than this.
const MOST_LINES = 600;

/** Emits the rows between the ruler at line `from` and the next one (or a blank line); returns the first line after it. */
export function lexRuled(text: string, lines: readonly Span[], from: number, to: number, columns: readonly Column[], emit: Emit): number {
  const last = lastLine(text, lines, from, to, columns);
  const body = lines.slice(from + 1, last);
  const blanks = body.map((line) => isBlankLine(text, line));
  const chunks = body.map((line) => chunksOf(fragmentsOf(text, line.start, line.end), columns));
  const settings = settingsOf(chunks.flat(), columns);
  // Blank lines between rows: a row may take several lines.
  const spaced = blanks.slice(1, -1).includes(true);
  let row = columns.map((): Span[] => []);
  let first: Span | null = null;
  let astray = false;
  const flush = (): void => {
    if (!first) return;
    for (const [index, pieces] of row.entries()) {
      const place = placeOf(text, first, columns[index]?.from ?? 0);
      const token = joined(text, 'ruled', pieces, place ?? first.end);
      // A number set to the right or the centre does not begin where its column does.
      const placeless = pieces.length === 0 && (place === null || settings[index] !== 'left');
      emit(token.at({ room: roomAfter(text, token.end), placeless }));
    }
    if (astray) emit(gap(text, 'ruled', first.end));
    emit(end(text, 'ruled', first.end));
    row = columns.map(() => []);
    first = null;
    astray = false;
  };
  body.forEach((line, index) => {
    if (!spaced || blanks[index]) flush();
    if (blanks[index]) return;
    first ??= line;
    for (const chunk of chunks[index] ?? []) {
      const own = columns.findIndex((column, at) => distance(chunk, column, settings[at] ?? 'left') <= 1);
      // Out of every column: a line that was changed by hand. Where it belongs is not for its place to say.
      if (own < 0) astray = true;
      row[own < 0 ? within(chunk, columns) : own]?.push(chunk);
    }
  });
  flush();
  return Math.min(last + 1, to);
}

/** The lower ruler, else the line before the first blank one. */
function lastLine(text: string, lines: readonly Span[], from: number, to: number, columns: readonly Column[]): number {
  const limit = Math.min(to, from + MOST_LINES);
  const headed = from > 0 && !isBlankLine(text, lines[from - 1]);
  const multiline = headed && isMultiline(text, lines, from);
  let blank = limit;
  for (let line = from + 1; line < limit; line++) {
    const { start, end: stop } = lines[line] as Span;
    // A multiline table with a header ends with a line of dashes over all columns.
    if (multiline && isFullRule(text, start, stop)) return line;
    // Under a header the next ruler may be that of another table: it has rows below it.
    if (rulerOf(text, start, stop)?.length === columns.length) return headed && !isBlankLine(text, lines[line + 1]) ? blank : line;
    if (blank === limit && isBlankLine(text, lines[line])) blank = line;
  }
  return blank;
}

/** Nothing stands in the line, or after the last one. */
const isBlankLine = (text: string, line: Span | undefined): boolean => !line || fragmentsOf(text, line.start, line.end).length === 0;

// A line of dashes for the whole table, and the lines of a header below it.
const SHORTEST_RULE = 10;
const MOST_HEADER_LINES = 12;

function isFullRule(text: string, start: number, lineEnd: number): boolean {
  let dashes = 0;
  for (let at = start; at < lineEnd; at++) {
    if (text.charCodeAt(at) === 0x2d) dashes++;
    else if (text.charCodeAt(at) !== 0x20) return false;
  }
  return dashes >= SHORTEST_RULE;
}

/** Whether a full rule stands above the header of the ruler at line `from`. */
function isMultiline(text: string, lines: readonly Span[], from: number): boolean {
  for (let line = from - 1; line >= Math.max(0, from - MOST_HEADER_LINES); line--) {
    const { start, end: stop } = lines[line] as Span;
    if (isFullRule(text, start, stop)) return true;
    if (isBlankLine(text, lines[line])) return false;
  }
  return false;
}

interface Fragment extends Span, Column {}

/** The words of a line, each with its place on the screen. */
function fragmentsOf(text: string, start: number, lineEnd: number): Fragment[] {
  const fragments: Fragment[] = [];
  let column = 0;
  let opened = -1;
  let from = 0;
  for (let at = start; at <= lineEnd; at++) {
    const code = at < lineEnd ? text.charCodeAt(at) : 0x20;
    if (isSpace(code)) {
      if (opened >= 0) fragments.push({ start: opened, end: at, from, to: column });
      opened = -1;
    } else if (opened < 0) {
      opened = at;
      from = column;
    }
    column += widthOf(code);
  }
  return fragments;
}

/** Words with one space between them are one cell, unless a column begins with the second. */
function chunksOf(fragments: readonly Fragment[], columns: readonly Column[]): Fragment[] {
  const chunks: Fragment[] = [];
  for (const fragment of fragments) {
    const last = chunks[chunks.length - 1];
    const apart = !last || fragment.from > last.to + 1 || columns.some(({ from }) => from === fragment.from);
    if (apart) chunks.push(fragment);
    else chunks[chunks.length - 1] = { ...last, end: fragment.end, to: fragment.to };
  }
  return chunks;
}

const SETTINGS = ['left', 'right', 'centre'] as const;
type Setting = (typeof SETTINGS)[number];

/** How far a chunk stands from where its column sets what stands in it. */
function distance(chunk: Column, { from, to }: Column, setting: Setting): number {
  if (setting === 'left') return Math.abs(chunk.from - from);
  if (setting === 'right') return Math.abs(chunk.to - to);
  return Math.abs(chunk.from + chunk.to - from - to) / 2;
}

const within = (chunk: Column, columns: readonly Column[]): number =>
  Math.max(
    0,
    columns.findLastIndex(({ from }) => from <= chunk.from),
  );

/** How each column sets its cells: as most of them stand. */
function settingsOf(chunks: readonly Column[], columns: readonly Column[]): Setting[] {
  const counts = columns.map(() => ({ left: 0, right: 0, centre: 0 }));
  for (const chunk of chunks) {
    const index = within(chunk, columns);
    for (const setting of SETTINGS)
      if (distance(chunk, columns[index] as Column, setting) === 0) (counts[index] as Record<Setting, number>)[setting]++;
  }
  return counts.map((count) => SETTINGS.reduce((best, setting) => (count[setting] > count[best] ? setting : best)));
}

/** Where a column begins in a line; `null` where the line ends before it, since its trailing blanks were trimmed. */
function placeOf(text: string, line: Span, column: number): number | null {
  let at = line.start;
  let width = 0;
  for (; at < line.end && width < column; at++) width += widthOf(text.charCodeAt(at));
  return width < column ? null : at;
}
