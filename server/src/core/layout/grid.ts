/** Lexer for tables with drawn borders: pandoc's grid tables (`+---+`) and the box drawing of text browsers. */
import { type Lines, lineSpan } from '../text/lines.ts';
import { isSpace } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import { widthOf } from '../text/width.ts';
import { type Emit, end, joined } from './token.ts';

const isVertical = (code: number): boolean => code === 0x7c || code === 0x2502 || code === 0x2503 || code === 0x2551;
const isRule = (code: number): boolean => code === 0x2d || code === 0x3d;
/** Every box drawing character that joins lines or runs along, and a `+` that does. */
const isBorder = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code === 0x2b) return isRule(text.charCodeAt(at + 1)) || isRule(text.charCodeAt(at - 1));
  return code >= 0x2500 && code <= 0x257f && !isVertical(code);
};

/** A line that opens such a table: `+---`, `+===`, `┌──`. */
export function opensGrid(text: string, start: number, lineEnd: number): boolean {
  let at = start;
  while (at < lineEnd && isSpace(text.charCodeAt(at))) at++;
  return at < lineEnd && isBorder(text, at) && lineEnd - at > 2;
}

interface OpenCell {
  /** The column of the screen where it begins. */
  readonly column: number;
  /** Where text goes when there is none. */
  readonly place: number;
  readonly pieces: Span[];
}

/** Emits the rows of the table that opens at line `from`; returns the first line behind it. */
export function lexGrid(lines: Lines, from: number, to: number, emit: Emit): number {
  const { text } = lines;
  let open: OpenCell[] = [];
  let line = from;
  for (; line < to; line++) {
    const { start, end: lineEnd } = lineSpan(lines, line);
    const parts = partsOf(text, start, lineEnd);
    if (!parts) break;
    const closing = parts.some(({ rule }) => rule);
    for (const part of parts) if (!part.rule) put(text, open, part);
    if (!closing) continue;
    // A border under some cells only: the others go on in the next row.
    const closed = open.filter((cell) => parts.some((part) => part.rule && cell.column >= part.column - 1 && cell.column < part.stop));
    if (closed.length === 0) continue;
    for (const cell of closed) emit(joined(text, 'grid', cell.pieces, cell.place));
    emit(end('grid', start));
    open = open.filter((cell) => !closed.includes(cell));
  }
  for (const cell of open) emit(joined(text, 'grid', cell.pieces, cell.place));
  emit(end('grid', lineSpan(lines, line - 1).end));
  return line;
}

interface Part extends Span {
  /** A stretch of border, not of text. */
  readonly rule: boolean;
  readonly column: number;
  /** The column behind it. */
  readonly stop: number;
}

/** The stretches of text and of border between the vertical lines; nothing for a line that does not belong to a grid. */
function partsOf(text: string, start: number, lineEnd: number): Part[] | null {
  let at = start;
  while (at < lineEnd && isSpace(text.charCodeAt(at))) at++;
  const first = text.charCodeAt(at);
  if (at >= lineEnd || !(isVertical(first) || isBorder(text, at))) return null;
  const parts: Part[] = [];
  let column = at - start;
  let from = at;
  let fromColumn = column;
  let rule = isBorder(text, at);
  const flush = (): void => {
    if (at > from) parts.push({ start: from, end: at, rule, column: fromColumn, stop: column });
  };
  for (; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    const drawn = isBorder(text, at) || (rule && (isRule(code) || code === 0x3a));
    if (isVertical(code)) {
      flush();
      rule = false;
    } else if (drawn !== rule) {
      flush();
      rule = drawn;
      from = at;
      fromColumn = column;
      column += widthOf(code);
      continue;
    }
    column += widthOf(code);
    if (isVertical(code)) {
      from = at + 1;
      fromColumn = column;
    }
  }
  flush();
  return parts;
}

/** Adds a stretch of text to the cell that stands in its column, or opens one. */
function put(text: string, open: OpenCell[], part: Part): void {
  let { start, end: stop } = part;
  while (start < stop && isSpace(text.charCodeAt(start))) start++;
  while (stop > start && isSpace(text.charCodeAt(stop - 1))) stop--;
  // Characters whose width screens do not agree on move what stands behind them a little.
  const nearest = open.find((cell) => Math.abs(cell.column - part.column) <= 2);
  if (nearest) {
    if (stop > start) nearest.pieces.push({ start, end: stop });
    return;
  }
  // What stands behind the last vertical line of a row is its end, not a cell.
  if (stop === start && part.end - part.start === 0) return;
  const place = Math.min(part.start + 1, part.end);
  const cell: OpenCell = { column: part.column, place, pieces: stop > start ? [{ start, end: stop }] : [] };
  const behind = open.findIndex(({ column }) => column > part.column);
  open.splice(behind < 0 ? open.length : behind, 0, cell);
}
