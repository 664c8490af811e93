/** What stands at an offset: a cell of a table, one of its words, or a number of the prose. */
import { columnLabel } from '../finding/names.ts';
import { LAYOUTS } from '../layout/layouts.ts';
import type { Claim } from '../prose/claims/claim.ts';
import { claimsOf } from '../prose/claims.ts';
import type { BoundCell, BoundTable, Document, FoundWord, Report } from '../report/report.ts';
import { memo } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import { partsOf } from './parts.ts';

/** A number of the prose that the tables can be asked about. */
export type NumberClaim = Extract<Claim, { readonly kind: 'count' | 'percent' }>;

export type Target =
  | { readonly kind: 'cell'; readonly report: Report; readonly table: BoundTable; readonly cell: BoundCell }
  | { readonly kind: 'word'; readonly report: Report; readonly table: BoundTable; readonly word: FoundWord }
  | { readonly kind: 'claim'; readonly report: Report; readonly claim: NumberClaim };

export interface TableCell {
  readonly table: BoundTable;
  readonly cell: BoundCell;
}

interface Spanned {
  readonly span: Span;
}

/** Of spans in order, none inside another: the one that holds the offset; an end counts as inside. */
function at<T extends Spanned>(items: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as T).span.start <= offset) low = middle + 1;
    else high = middle;
  }
  const item = items[low - 1];
  return item && offset <= item.span.end ? item : undefined;
}

/** The items that begin within a span, of items in order. */
function within<T extends Spanned>(items: readonly T[], { start, end }: Span): readonly T[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as T).span.start < start) low = middle + 1;
    else high = middle;
  }
  const from = low;
  while (low < items.length && (items[low] as T).span.start <= end) low++;
  return items.slice(from, low);
}

type Item = Target & Spanned;

const byStart = (a: Spanned, b: Spanned): number => a.span.start - b.span.start;

/** The cells of a report in the order of the text, those that are not in the text left out; sorted once. */
export const cellsOf = memo((report: Report): readonly (TableCell & Spanned)[] => {
  const found: (TableCell & Spanned)[] = [];
  for (const table of report.tables)
    for (const cell of table.cells) if (cell && cell.state !== 'missing') found.push({ table, cell, span: cell.span });
  return found.sort(byStart);
});

const itemsOf = memo((document: Document, report: Report): readonly Item[] => {
  const words = report.tables.flatMap((table) =>
    table.words.flatMap((found) =>
      partsOf(document.text, table, found).map((word): Item => ({ kind: 'word', report, table, word, span: word.span })),
    ),
  );
  const claims = claimsOf(document, report).flatMap((claim): Item[] =>
    claim.kind === 'count' || claim.kind === 'percent' ? [{ kind: 'claim', report, claim, span: claim.span }] : [],
  );
  return [...cellsOf(report).map((one): Item => ({ kind: 'cell', report, ...one })), ...words, ...claims].sort(byStart);
});

/** The cells that begin in a stretch of the text. */
export const cellsIn = ({ reports }: Document, span: Span): TableCell[] =>
  reports
    .filter((report) => report.span.start <= span.end && span.start <= report.span.end)
    .flatMap((report) => within(cellsOf(report), span));

export const columnName = ({ spec }: BoundCell): string => columnLabel(spec);

/** Whether nothing around a number says which column it is in. */
export const isOneCellALine = ({ layout }: BoundTable): boolean => LAYOUTS[layout].oneCellALine;

export const reportAt = ({ reports }: Document, offset: number): Report | undefined =>
  reports.find(({ span }) => span.start <= offset && offset <= span.end);

export function targetAt(document: Document, offset: number): Target | null {
  const report = reportAt(document, offset);
  if (!report) return null;
  const items = itemsOf(document, report);
  // Between two that touch, the one that begins there is meant, and a number before a word.
  return at(items, offset) ?? blankAround(document.text, items, offset);
}

const isSpace = (char: string | undefined): boolean => char === ' ' || char === '\u3000';

/** The blank cell in whose spaces the offset is, where these are one cell’s. */
function blankAround(text: string, items: readonly Item[], offset: number): Item | null {
  let [start, end] = [offset, offset];
  while (isSpace(text[start - 1])) start--;
  while (isSpace(text[end])) end++;
  const [found, another] = within(items, { start, end }).filter((item) => item.kind === 'cell' && item.cell.state === 'blank');
  return found && !another ? found : null;
}
