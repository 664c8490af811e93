/** A number torn into two cells: the row has one cell too many, and only one way to join two neighbours lets every relation hold. */
import { type Fix, type Localized, say } from '../finding/finding.ts';
import { cellName } from '../finding/names.ts';
import { type BoundRow, type BoundTable, type Document, valuesOf } from '../report/report.ts';
import type { CellSpec } from '../statute/form.ts';
import { residual } from '../statute/relations.ts';
import type { Span } from '../text/span.ts';

export interface SplitCell {
  readonly cell: CellSpec;
  /** The two pieces as they stand. */
  readonly pieces: readonly [string, string];
  /** What stands between them. */
  readonly between: Span;
  /** The numbers of the row once they are joined. */
  readonly values: readonly number[];
}

/** Nothing where a cell of the row holds anything but digits, or where the relations leave another way. */
export function splitCellOf({ text }: Document, table: BoundTable, row: BoundRow): SplitCell | null {
  const { cells } = row.spec;
  if (row.misfit !== 'long' || row.found !== cells.length + 1) return null;
  const pieces = piecesOf(text, { start: row.label.end, end: row.span.end });
  if (pieces.length !== row.found || !pieces.every(({ written }) => /^\d{1,9}$/.test(written))) return null;
  const touching = table.spec.relations.filter(({ terms }) => terms.some(({ cell }) => table.spec.cells[cell]?.row === row.spec));
  const found: SplitCell[] = [];
  for (const [at, cell] of cells.entries()) {
    const [first, second] = [pieces[at], pieces[at + 1]];
    // No number but 0 begins with one.
    if (!first || !second || first.written.startsWith('0')) continue;
    const joined = pieces.map(({ written }) => written);
    joined.splice(at, 2, first.written + second.written);
    const values = joined.map(Number);
    const all = [...valuesOf(table)];
    for (const [index, one] of cells.entries()) all[one.index] = values[index] ?? null;
    const holds = touching.every((relation) => residual(relation, all) === 0);
    if (!holds || table.spec.relations.some((relation) => (residual(relation, all) ?? 0) !== 0)) continue;
    found.push({ cell, pieces: [first.written, second.written], between: { start: first.end, end: second.start }, values });
  }
  const [only, ...others] = touching.length > 0 ? found : [];
  return only && others.length === 0 ? only : null;
}

/** What stands between the separators of a row; tags separate cells, too. */
function piecesOf(text: string, { start, end }: Span): (Span & { readonly written: string })[] {
  const shown = text.slice(start, end).replace(/<[^<>]*>/g, (tag) => ' '.repeat(tag.length));
  return [...shown.matchAll(/[^\s|,"]+/g)].map((match) => {
    const from = start + match.index;
    return { start: from, end: from + match[0].length, written: match[0] };
  });
}

/** `科研机构 41 疑似被拆成 4、1 两格` */
export const describeSplit = ({ cell, pieces: [first, second] }: SplitCell): Localized =>
  say(
    `${cellName(cell)} 的 ${first}${second} 疑似被拆成 ${first}、${second} 两格`,
    `${first}${second} of ${cellName(cell)} seems to be torn into the cells ${first} and ${second}`,
  );

export function joinSplit({ cell, pieces: [first, second], between, values }: SplitCell): Fix {
  return {
    title: say(
      `将 ${first}、${second} 两格合为 ${cellName(cell)} = ${first}${second}`,
      `Join the cells ${first} and ${second}: ${cellName(cell)} = ${first}${second}`,
    ),
    class: 'value',
    preferred: true,
    breaks: 0,
    numbers: new Map(cell.row.cells.map(({ key }, index) => [key, values[index] ?? null])),
    edits: [{ span: between, newText: '' }],
  };
}
