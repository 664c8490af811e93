/** Where a whole table stands, for fixes that write it anew; nowhere, if anything else stands between its words. */
import type { LayoutId } from '../layout/token.ts';
import type { BoundLine, BoundTable } from '../report/report.ts';
import { isLineEnd } from '../text/lines.ts';
import { isInk, residueEnd } from '../text/normalise.ts';
import { cover, type Span, uncovered } from '../text/span.ts';
import { htmlExtent } from './html-extent.ts';

/**
 * Whole lines without the last line end, or what stands inside the `table` element. `null` where the table holds text
 * that is neither a word of the form nor in one of its cells: it would be lost.
 */
export function tableExtent(text: string, table: BoundTable): Span | null {
  const lines = table.lines.filter((line) => line !== undefined);
  // Rows that stand here twice, or in no order, are for a person to sort out.
  if (table.scrambled || table.duplicates.length > 0 || lines.length === 0) return null;
  const own = mergedSpans([...table.words.map(({ span }) => span), ...lines.flatMap((line) => ownSpans(text, line))]);
  const unread = lines.filter(({ misfit }) => misfit !== null).map(({ span }) => span);
  // Which number of such a row is which nobody knows; who writes the table anew names the row.
  const isNumberOfUnread = (at: number): boolean => isDigit(text.charAt(at)) && unread.some(({ start, end }) => at >= start && at < end);
  if (table.layout === 'html') return htmlExtent(text, own, isNumberOfUnread);
  const inked = cover(own);
  const extent = withDrawnLines(text, { start: lineStart(text, inked.start), end: lineEnd(text, inked.end) }, table.layout);
  return uncovered(extent, own).every((gap) => isDrawn(text, gap, isNumberOfUnread)) ? extent : null;
}

function ownSpans(text: string, { label, cells, misfit }: BoundLine): Span[] {
  if (misfit !== null) return [label];
  return [
    label,
    ...cells.flatMap(({ span, pieces, remark }) => {
      if (!remark) return pieces ?? [span];
      const at = text.indexOf(remark, span.end);
      return at >= 0 && at - span.end <= NEAR ? [...(pieces ?? [span]), { start: at, end: at + remark.length }] : (pieces ?? [span]);
    }),
  ];
}

// A remark stands right behind its number, padding and markup apart.
const NEAR = 40;

function mergedSpans(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged[merged.length - 1];
    if (last && span.start <= last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

interface Drawn {
  readonly of: RegExp;
  readonly mark: RegExp;
}
const pipes: Drawn = { of: /^[\s>|:+-]*$/, mark: /\|/ };
const tabs: Drawn = { of: /^[ \u3000\t\r]*$/, mark: /\t/ };

/** Lines of nothing but separators that belong to the table next to them: borders, rulers, the pipes that end a row. */
const DRAWN: Readonly<Partial<Record<LayoutId, Drawn>>> = {
  'cell-lines': tabs,
  tsv: tabs,
  csv: { of: /^[\s",]*$/, mark: /,/ },
  markdown: pipes,
  'pipe-rows': pipes,
  'trailing-pipes': pipes,
  grid: { of: /^[\s|+=:\u2500-\u257f-]*$/, mark: /[+\u2500-\u257f]/ },
  ruled: { of: /^[-= ]*$/, mark: /--|==/ },
};

const isDrawnLine = (drawn: Drawn, line: string): boolean => drawn.of.test(line) && drawn.mark.test(line);

function withDrawnLines(text: string, extent: Span, layout: LayoutId): Span {
  const drawn = DRAWN[layout];
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

/** Whether nothing but separators, borders and residue stands in the stretch. */
function isDrawn(text: string, { start, end }: Span, isNumberOfUnread: (at: number) => boolean): boolean {
  for (let at = start; at < end; ) {
    const past = residueEnd(text, at, end);
    if (past === at && isInk(text.charAt(at)) && !isNumberOfUnread(at)) return false;
    at = Math.max(past, at + 1);
  }
  return true;
}

const isDigit = (char: string): boolean => /[0-9０-９]/.test(char);

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
