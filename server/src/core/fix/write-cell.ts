/** Writes a number into a cell: its own characters change, the padding and the separators around it stay. */
import type { Edit, Fix } from '../finding/finding.ts';
import type { BoundCell } from '../report/report.ts';
import { writtenWith } from '../text/amounts.ts';

/** A number takes the decimal places of the one before it; `value` is digits where they are to be written as they are. Throws for a blank without a place of its own: ask before. */
export function writeCell({ span, pieces, room, placeless, places = 0 }: BoundCell, value: number | string): Edit[] {
  if (placeless) throw new Error('nothing can be written into a cell without a place of its own');
  const written = typeof value === 'string' ? value : writtenWith(places, value);
  // Cells told by their place: a longer number takes the spaces after it, a shorter one leaves some, so none moves.
  if (room !== undefined && !pieces) {
    const width = span.end - span.start;
    const taken = Math.min(room, Math.max(0, written.length - width));
    return [{ span: { start: span.start, end: span.end + taken }, newText: written.padEnd(width) }];
  }
  const [first, ...rest] = pieces ?? [span];
  return [{ span: first ?? span, newText: written }, ...rest.map((piece): Edit => ({ span: piece, newText: '' }))];
}

/** Numbers into cells, as a fix has them. */
export const writeCells = (changes: Iterable<readonly [BoundCell, number]>): Pick<Fix, 'edits' | 'numbers'> => {
  const all = [...changes];
  return {
    numbers: new Map(all.map(([{ spec }, value]) => [spec.key, value])),
    edits: all.flatMap(([cell, value]) => writeCell(cell, value)),
  };
};
