/** Lexer for tables with drawn borders: pandoc's grid tables (`+---+`) and the box drawing of text browsers. */
import { isSpace } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import { widthOf } from '../text/width.ts';
import { type CellPiece, type Emit, end, gap, joined, roomAfter, type Token } from './token.ts';

const isVertical = (code: number): boolean => code === 0x7c || code === 0x2502 || code === 0x2503 || code === 0x2551;
/** `-`, `=`, and `:` with which pandoc says how a column is set. */
const isRule = (code: number): boolean => code === 0x2d || code === 0x3d || code === 0x3a;
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
  return at < lineEnd && isBorder(text, at) && lineEnd - at > 2 && partsOf(text, start, lineEnd) !== null;
}

// No table of a report has so many cells side by side; every cell is held against those open above it.
const MOST_CELLS = 100;

// Characters whose width screens do not agree on move what stands after them a little.
const DRIFT = 2;

interface OpenCell {
  /** The column of the screen where it begins. */
  readonly column: number;
  /** Where text goes when there is none. */
  readonly place: number;
  readonly pieces: CellPiece[];
}

/** Emits the rows of the table that opens at line `from`; returns the first line after it. */
export function lexGrid(text: string, lines: readonly Span[], from: number, to: number, emit: Emit): number {
  let open: OpenCell[] = [];
  /** How many cells the border above stands over. */
  let width = 0;
  let right = 0;
  let astray = false;
  let line = from;
  for (; line < to; line++) {
    const { start, end: lineEnd } = lines[line] as Span;
    const parts = partsOf(text, start, lineEnd);
    if (!parts || open.length > MOST_CELLS) break;
    const closing = parts.some(({ rule }) => rule);
    const cells = parts.filter(({ rule }) => !rule);
    // As many as the border has: in their order, whatever their places. Otherwise some are merged.
    const ordered = cells.length === width && (open.length === 0 || open.length === width);
    const reach = parts[parts.length - 1]?.stop ?? 0;
    // Merged cells or not, every line reaches the right border: one that does not has lost a cell.
    if (!ordered && cells.length > 0 && Math.abs(reach - right) > DRIFT) astray = true;
    for (const [index, part] of cells.entries()) put(text, open, part, ordered ? index : -1);
    if (!closing) continue;
    right = reach;
    width = parts.every(({ rule }) => rule) ? parts.reduce((sum, part) => sum + cellsUnder(text, part), 0) : 0;
    // A border under some cells only: the others go on in the next row.
    const full = cells.length === 0;
    const closed = open.filter(
      (cell) => full || parts.some((part) => part.rule && cell.column >= part.column - 1 && cell.column < part.stop),
    );
    if (closed.length === 0) continue;
    for (const cell of closed) emit(placed(text, cell));
    if (astray) emit(gap(text, 'grid', start));
    emit(end(text, 'grid', start));
    astray = false;
    open = open.filter((cell) => !closed.includes(cell));
  }
  for (const cell of open) emit(placed(text, cell));
  emit(end(text, 'grid', (lines[line - 1] as Span).end));
  return line;
}

function placed(text: string, { pieces, place }: OpenCell): Token {
  const token = joined(text, 'grid', pieces, place);
  return token.at({ room: roomAfter(text, token.end) });
}

interface Part extends Span {
  /** A stretch of border, not of text. */
  readonly rule: boolean;
  readonly column: number;
  /** The column after it. */
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
    const drawn = isBorder(text, at) || (rule && isRule(code));
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
  return parts.length > MOST_CELLS ? null : parts;
}

// No count of a report has more digits.
const MOST_DIGITS = 5;

/** A number goes on in the line below where its column is too narrow for it. */
function isBroken(text: string, above: Span, { column, stop: right }: Part, start: number, stop: number): boolean {
  const digits = above.end - above.start + stop - start;
  const room = right - column - 2;
  return digits > room && digits <= MOST_DIGITS && text.slice(above.end, start).split('\n').length === 2;
}

/** The stretches between the joints of a border. */
function cellsUnder(text: string, { start, end: stop }: Part): number {
  let joints = 0;
  for (let at = start; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2b || (isBorder(text, at) && code !== 0x2500 && code !== 0x2501 && code !== 0x2550)) joints++;
  }
  return joints - 1;
}

/** Adds a stretch of text to the cell at `index`, else to the one that stands in its column, or opens one. */
function put(text: string, open: OpenCell[], part: Part, index: number): void {
  let { start, end: stop } = part;
  while (start < stop && isSpace(text.charCodeAt(start))) start++;
  while (stop > start && isSpace(text.charCodeAt(stop - 1))) stop--;
  const nearest = index >= 0 ? open[index] : open.find((cell) => Math.abs(cell.column - part.column) <= DRIFT);
  if (nearest) {
    const above = nearest.pieces[nearest.pieces.length - 1];
    if (stop > start) nearest.pieces.push({ start, end: stop, tight: above !== undefined && isBroken(text, above, part, start, stop) });
    return;
  }
  // What stands after the last vertical line of a row is its end, not a cell.
  if (stop === start && part.end - part.start === 0) return;
  const place = Math.min(part.start + 1, part.end);
  const cell: OpenCell = { column: part.column, place, pieces: stop > start ? [{ start, end: stop }] : [] };
  const behind = open.findIndex(({ column }) => column > part.column);
  open.splice(behind < 0 ? open.length : behind, 0, cell);
}
