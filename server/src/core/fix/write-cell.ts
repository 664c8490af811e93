/** Writes a number into a cell: its own characters change, the padding and the separators around it stay. */
import type { Edit } from '../check/finding.ts';
import type { BoundCell } from '../report/report.ts';

/** `value` as digits where the way it is written matters (`60.70`). */
export function writeCell(cell: BoundCell, value: number | string): Edit[] {
  const [first, ...rest] = cell.pieces ?? [cell.span];
  return [{ span: first ?? cell.span, newText: String(value) }, ...rest.map((span): Edit => ({ span, newText: '' }))];
}
