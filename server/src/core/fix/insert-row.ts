/** Inserts a missing row at its place, in the layout that the table's other rows have. */

import { blanksOf } from '../diagnosis/blanks.ts';
import { type Edit, type Fix, say } from '../finding/finding.ts';
import { brief } from '../finding/names.ts';
import { LAYOUTS } from '../layout/layouts.ts';
import type { BoundRow, BoundTable } from '../report/report.ts';
import type { RowSpec } from '../statute/form.ts';
import { unnumbered } from '../statute/lexicon.ts';
import { isLineEnd } from '../text/lines.ts';
import { keyOf, trim } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import { applyEdits } from './edits.ts';
import { rowExtent, standsAlone } from './row-extent.ts';

/** Nothing where no row of the table shows how such a row is written. */
export function insertRow(text: string, table: BoundTable, line: RowSpec): Fix | null {
  const pattern = patternFor(text, table, line);
  const place = pattern && placeFor(text, table, line);
  if (!pattern || place === null) return null;
  const determined = blanksOf(table);
  const values = line.cells.map((cell) => determined.get(cell.index));
  const known = values.filter((value) => value !== undefined).length;
  const row = rowExtent(text, pattern);
  const replacements: [Span, string][] = [
    ...pattern.leading.map((span, index): [Span, string] => [
      trim(text, span.start, span.end),
      groupLabel(text, table, line, index, pattern),
    ]),
    [trim(text, pattern.label.start, pattern.label.end), line.label],
    ...pattern.cells.map((cell, index): [Span, string] => [cell.span, String(values[index] ?? '')]),
  ];
  const edits = replacements.map(
    ([span, newText]): Edit => ({ span: { start: span.start - row.start, end: span.end - row.start }, newText }),
  );
  const title = brief(line.label);
  return {
    title:
      known > 0
        ? say(
            `插入“${title}”一行，填入由勾稽关系确定的 ${known} 个值`,
            `Insert the row “${title}” with the ${known} values that the sums determine`,
          )
        : say(`插入“${title}”一行（数字待填）`, `Insert the row “${title}” with its numbers left blank`),
    class: 'manual',
    preferred: false,
    breaks: 0,
    numbers: new Map(line.cells.map(({ key }, index) => [key, values[index] ?? null])),
    edits: [{ span: { start: place, end: place }, newText: applyEdits(text.slice(row.start, row.end), edits) }],
  };
}

/** A row of the same depth and width that ends with its line, the nearest one; one without group labels if there is any. */
function patternFor(text: string, table: BoundTable, row: RowSpec): BoundRow | null {
  const alike = table.rows
    .filter((other) => other !== undefined)
    .filter((other) => isAlike(other, row) && standsAlone(text, other) && isEnded(text, other));
  const inked = (other: BoundRow): number => other.leading.filter(({ start, end }) => keyOf(text.slice(start, end)) !== '').length;
  const distance = (other: BoundRow): number => inked(other) * 1000 + Math.abs(other.spec.index - row.index);
  return alike.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

const isAlike = ({ spec, cells }: BoundRow, row: RowSpec): boolean =>
  spec.labelled &&
  spec.groups.length === row.groups.length &&
  spec.cells.length === row.cells.length &&
  cells.every(({ state }) => state === 'number' || state === 'blank');

/** Behind the row before it, else before the row after it. */
function placeFor(text: string, table: BoundTable, row: RowSpec): number | null {
  const before = table.rows.slice(0, row.index).findLast((other) => other);
  if (before && isEnded(text, before)) return rowExtent(text, before).end;
  const after = table.rows.slice(row.index + 1).find((other) => other);
  return after ? rowExtent(text, after).start : null;
}

/** A group's label moves to the inserted row when the row that carried it is gone with it. */
function groupLabel(text: string, table: BoundTable, row: RowSpec, index: number, pattern: BoundRow): string {
  if (pattern.leading.length !== row.groups.length) return '';
  const group = table.spec.data.blocks[row.block]?.groups?.[row.groups[index] ?? ''];
  return group && !text.slice(table.span.start, table.span.end).includes(unnumbered(group.label)) ? group.label : '';
}

/** Whether another row can be written directly after the row. */
const isEnded = (text: string, row: BoundRow): boolean =>
  LAYOUTS[row.layout].markup || isLineEnd(text.charCodeAt(rowExtent(text, row).end - 1));
