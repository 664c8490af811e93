/** How messages name rows, cells and sums: short enough for one line. */
import type { BoundTable } from '../report/report.ts';
import type { CellSpec } from '../statute/form.ts';

const NUMBER = /^(?:（([一二三四五六七八九十]+)）|([一二三四五六七八九十]+)、)/;

/** `一` for 一、本年新收…, `（七）` for （七）总计, the label itself where it has no Chinese number. */
export function shortLabel(label: string): string {
  const match = NUMBER.exec(label);
  if (!match) return label;
  return match[1] ? `（${match[1]}）` : (match[2] as string);
}

const LONGEST = 16;
/** A label cut to what identifies it. */
export const brief = (label: string): string => (label.length > LONGEST ? `${label.slice(0, LONGEST)}…` : label);

/** The form's cell at an index that comes from the form itself. */
export function specAt(table: BoundTable, index: number | undefined): CellSpec {
  const spec = table.spec.cells[index ?? -1];
  if (!spec) throw new Error(`${table.spec.id} has no cell ${index}`);
  return spec;
}

export const columnLabel = (cell: CellSpec): string => cell.name.slice(cell.name.lastIndexOf('·') + 1);
export const rowLabel = (cell: CellSpec): string => cell.name.slice(0, cell.name.lastIndexOf('·'));
export const cellName = (cell: CellSpec): string => `${brief(rowLabel(cell))}·${columnLabel(cell)}`;

/** `一·自然人`: for messages that name several cells. */
export const shortCellName = (cell: CellSpec): string => `${brief(shortLabel(rowLabel(cell)))}·${columnLabel(cell)}`;

/** Names of the first cells of a list, and how many there are. */
export function listCells(cells: readonly CellSpec[], language: 'zh-cn' | 'en', most = 3): string {
  const names = cells.slice(0, most).map(cellName);
  if (cells.length <= most) return names.join(language === 'en' ? ', ' : '、');
  return language === 'en' ? `${names.join(', ')} … (${cells.length} in all)` : `${names.join('、')}等 ${cells.length} 格`;
}

export const tableTitle = (table: BoundTable): { readonly 'zh-cn': string; readonly en: string } => table.spec.data.title;
