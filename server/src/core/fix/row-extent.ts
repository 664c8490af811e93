/** The whole lines that a row takes in its layout, for fixes that add, move or delete rows. */
import { LAYOUTS } from '../layout/layouts.ts';
import type { BoundRow } from '../report/report.ts';
import { isLineEnd } from '../text/lines.ts';
import { keyOf, trim } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';

/**
 * Whether the lines of the row hold nothing else and rows can be added or taken away like lines: not under drawn
 * borders or rulers, and where nothing separates cells only in one line.
 */
export function standsAlone(text: string, { layout, label, span }: BoundRow): boolean {
  const { loose, setByPlace, oneCellALine } = LAYOUTS[layout];
  if (setByPlace || !loose) return !setByPlace;
  return !oneCellALine && label.start === span.start && !/[\r\n]/.test(text.slice(span.start, span.end));
}

/** Whether the label of a group, which belongs to other rows too, stands in the row's lines. */
export const carriesGroup = (text: string, row: BoundRow): boolean =>
  row.leading.some(({ start, end }) => keyOf(text.slice(start, end)) !== '');

/** The whole lines of a row (in HTML its `tr`), with what ends the row in its layout. */
export function rowExtent(text: string, row: BoundRow): Span {
  const first = Math.min(row.label.start, ...row.leading.map(({ start }) => start));
  const { markup, lineEndsRow } = LAYOUTS[row.layout];
  if (markup) return htmlRow(text, first, row.span.end);
  const start = lineStart(text, first);
  let end = nextLine(text, row.span.end);
  // A blank line ends a row of one-cell lines, a line of pipes one of `cell |` lines: it belongs to the row.
  if (lineEndsRow) {
    const ender = text.slice(end, nextLine(text, end));
    if (/^[\s|]*$/.test(ender)) end += ender.length;
  }
  return { start, end };
}

/** A `tr` with its indentation and its line end, where it has lines of its own. */
function htmlRow(text: string, from: number, to: number): Span {
  const open = Math.max(text.lastIndexOf('<tr', from), text.lastIndexOf('<TR', from), 0);
  const close = text.slice(to).search(/<\/tr\s*>/i);
  const end = close < 0 ? to : text.indexOf('>', to + close) + 1;
  const line = { start: lineStart(text, open), end: nextLine(text, end) };
  const alone = isSpaceOnly(text, line.start, open) && isSpaceOnly(text, end, line.end);
  return alone ? line : { start: open, end };
}

function isSpaceOnly(text: string, from: number, to: number): boolean {
  const shown = trim(text, from, to);
  return shown.start >= shown.end;
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

function nextLine(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  if (text[end] === '\r') end++;
  if (text[end] === '\n') end++;
  return end;
}
