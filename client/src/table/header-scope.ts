/** What the header cells of a table head, in the words of HTML, and how wide its labels are. */
import type { LabelCell, Table } from '../../../server/src/lsp/protocol.ts';

type Scope = 'col' | 'colgroup' | 'row' | 'rowgroup';

export function scopeOf({ kind, columns }: LabelCell): Scope {
  if (kind === 'row') return 'row';
  if (kind === 'group') return 'rowgroup';
  return kind === 'block' || columns > 1 ? 'colgroup' : 'col';
}

/** Columns of labels and columns of numbers; a table without labels has the latter only. */
export function columnGroups({ columns, blocks }: Table): readonly number[] {
  const [row = []] = blocks[0]?.body ?? [];
  const numbers = row.reduce((sum, cell) => sum + (cell.kind === 'number' ? cell.columns : 0), 0);
  return columns > numbers ? [columns - numbers, numbers] : [columns];
}

/** Only a table of one block has a header of its own; elsewhere each block has one. */
export const hasHead = ({ blocks }: Table): boolean => blocks.length === 1;
