/** Where a whole table stands, for fixes that write it anew; nowhere, if anything else stands between its words. */
import { type DrawnLine, LAYOUTS, type LayoutId } from '../layout/layouts.ts';
import type { BoundCell, BoundTable } from '../report/report.ts';
import type { TableData } from '../statute/schema.ts';
import { isAnyDigit } from '../text/digits.ts';
import { isLineEnd } from '../text/lines.ts';
import { isInk, keyOf, LONGEST_LABEL, residueEnd } from '../text/normalise.ts';
import { cover, merged, type Span, uncovered } from '../text/span.ts';
import { htmlExtent, markupEnd } from './html-extent.ts';

/**
 * Whole lines without the last line end, or what stands inside the `table` element. `null` where the table holds text
 * that is neither a word of the form nor in one of its cells: it would be lost.
 */
export function tableExtent(text: string, table: BoundTable): Span | null {
  const { words, layout } = table;
  const lines = table.rows.filter((line) => line !== undefined);
  // Rows that stand here twice, in no order, or in words of their own, are for a person to sort out.
  if (table.scrambled || table.duplicates.length > 0 || lines.length === 0 || words.some(({ claimed }) => claimed)) return null;
  const cells = lines.filter(({ misfit }) => misfit === null).flatMap((line) => line.cells);
  if (cells.some((cell) => cell.state === 'invalid' && isProse(text, cell, layout))) return null;
  const exact = merged([...words.filter(({ broken }) => !broken).map(({ span }) => span), ...cells.flatMap((cell) => spansOf(text, cell))]);
  const broken = words.filter((word) => word.broken);
  const own = merged([...exact, ...broken.map(({ span }) => span)]);
  if (own.length === 0) return null;
  const inked = cover(own);
  const extent = LAYOUTS[layout].markup
    ? htmlExtent(text, inked)
    : withDrawnLines(text, { start: lineStart(text, inked.start), end: lineEnd(text, inked.end) }, layout);
  if (!extent) return null;
  // Which number of such a row is which nobody knows; who writes the table anew names the row.
  const unread = merged(lines.filter(({ misfit }) => misfit !== null).map(({ span }) => span));
  const inkOf = (gaps: readonly Span[]): string[] => gaps.flatMap((gap) => inkIn(text, gap, layout));
  const isFree = (gap: Span): boolean =>
    isOfForm(inkOf([gap]), table.spec.data) || (inkOf(uncovered(gap, unread)).length === 0 && areDigits(inkOf([gap])));
  if (!uncovered(extent, own).every(isFree)) return null;
  const isWhole = (stretch: Span): boolean => {
    const keys = broken.filter(({ span }) => span.start >= stretch.start && span.end <= stretch.end).map(({ key }) => key);
    const rest = without(inkOf(uncovered(stretch, exact)).map(keyOf), [...keys.join('')]);
    return rest !== null && (rest.length === 0 || (areDigits(rest) && unread.some((row) => overlap(row, stretch))));
  };
  return merged(broken.map(({ span }) => span)).every(isWhole) ? extent : null;
}

// Shorter pieces stand in any sentence.
const SHORTEST_PIECE = 3;

/** Whether it says nothing but pieces of the form's own words: a header's line that a converter wrote twice. */
function isOfForm(ink: readonly string[], { blocks, headers }: TableData): boolean {
  if (ink.length === 0) return true;
  if (ink.length > LONGEST_LABEL) return false;
  const labels = blocks.flatMap((block) => [block.label ?? '', ...[...block.columns, ...block.rows, ...headers].map(({ label }) => label)]);
  const words = labels.map(keyOf).join('\n');
  const said = ink.map(keyOf).join('');
  for (let at = 0; at < said.length; ) {
    let end = at;
    while (end < said.length && words.includes(said.slice(at, end + 1))) end++;
    if (end - at < SHORTEST_PIECE) return false;
    at = end;
  }
  return true;
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** What is left of `all` when `some` are taken away, in any order; nothing where one of those is not there. */
function without(all: readonly string[], some: readonly string[]): string[] | null {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  for (const one of some) counts.set(one, (counts.get(one) ?? 0) - 1);
  if ([...counts.values()].some((left) => left < 0)) return null;
  return [...counts].flatMap(([one, left]) => (left > 0 ? [one] : []));
}

// What stands in a number's cell in so many characters is more than a slip.
const LONGEST_SLIP = 40;

/** Text around the table that the reader took into a cell, or a note that somebody wrote into it. */
function isProse(text: string, { span, pieces }: BoundCell, layout: LayoutId): boolean {
  const written = (pieces ?? [span]).map(({ start, end }) => text.slice(start, end));
  if (!LAYOUTS[layout].markup && (written.length > 1 || /[\r\n]/.test(written.join('')))) return true;
  return written.join('').length > LONGEST_SLIP;
}

function spansOf(text: string, { span, pieces, remark }: BoundCell): readonly Span[] {
  const number = pieces ?? [span];
  const at = remark ? text.indexOf(remark, span.end) : -1;
  return at >= 0 && at - span.end <= NEAR ? [...number, { start: at, end: at + remark.length }] : number;
}

// A remark stands right after its number, padding and markup apart.
const NEAR = 40;

const isDrawnLine = (drawn: DrawnLine, line: string): boolean => drawn.of.test(line) && drawn.mark.test(line);

function withDrawnLines(text: string, extent: Span, layout: LayoutId): Span {
  const { drawn } = LAYOUTS[layout];
  let { start, end } = extent;
  while (drawn && start > 0) {
    const above = lineStart(text, lineBreakBefore(text, start));
    if (!isDrawnLine(drawn, text.slice(above, lineBreakBefore(text, start)))) break;
    start = above;
  }
  while (drawn && end < text.length) {
    const below = lineBreakBehind(text, end);
    if (below >= text.length || !isDrawnLine(drawn, text.slice(below, lineEnd(text, below)))) break;
    end = lineEnd(text, below);
  }
  return { start, end };
}

/** The letters and numbers in the stretch, residue and markup left out. */
function inkIn(text: string, { start, end }: Span, layout: LayoutId): string[] {
  const ink: string[] = [];
  const skip = LAYOUTS[layout].markup ? markupEnd : residueEnd;
  for (let at = start; at < end; ) {
    const past = skip(text, at, end);
    if (past === at && isInk(text.charAt(at))) ink.push(text.charAt(at));
    at = Math.max(past, at + 1);
  }
  return ink;
}

const areDigits = (ink: readonly string[]): boolean => ink.every((char) => isAnyDigit(char.charCodeAt(0)));

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

const lineBreakBefore = (text: string, at: number): number => at - (text[at - 1] === '\n' && text[at - 2] === '\r' ? 2 : 1);
const lineBreakBehind = (text: string, at: number): number => at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1);
