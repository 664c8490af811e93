/** What follows from last year’s report, as equations over this year’s cells and last year’s keys (statute §6, between years). */
import type { SuccessionData, TableData } from './schema.ts';

/** `cell` = Σ before + Σ plus − Σ minus. */
export interface Step {
  /** This year’s cells by index. */
  readonly cell: number;
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  /** Last year’s cells by key: its form may be another. */
  readonly before: readonly string[];
}

/** The steps of one row: they are violated together, or put right together. */
export interface Succession {
  readonly rule: string;
  readonly weight: 'strong' | 'weak';
  /** The editions of last year’s table with which it can be compared. */
  readonly editions: readonly string[];
  readonly steps: readonly Step[];
}

interface NamedCell {
  readonly index: number;
  readonly key: string;
  readonly rowKey: string;
  readonly columnKey: string;
}

export function deriveSuccession(table: TableData, cells: readonly NamedCell[], edition: string): Succession[] {
  const find = (row: string, column: string, { id }: SuccessionData): number => {
    const cell = cells.find((one) => one.rowKey === row && one.columnKey === column);
    if (!cell) throw new Error(`succession ${id} of ${table.id} names no cell: ${row}, ${column}`);
    return cell.index;
  };
  return (table.succession ?? []).flatMap((data): Succession[] => {
    const { rule, cell, before, plus = [], minus = [], of } = data;
    const columns = [...new Set(cells.flatMap(({ rowKey: row, columnKey: column }) => (row === cell ? [column] : [])))];
    if (!of && columns.length === 0) throw new Error(`succession ${data.id} of ${table.id} names no row: ${cell}`);
    const step = (at: (name: string) => readonly [row: string, column: string]): Step => ({
      cell: find(...at(cell), data),
      plus: plus.map((name) => find(...at(name), data)),
      minus: minus.map((name) => find(...at(name), data)),
      // Last year’s form may have cells that this one has not.
      before: before.map((name) => `${table.id}.${at(name).join('.')}`),
    });
    const kind = { rule, weight: data.weight ?? 'strong', editions: data.editions ?? [edition] } as const;
    if (of) return of.map((row) => ({ ...kind, steps: [step((name) => [row, name])] }));
    return [{ ...kind, steps: columns.map((column) => step((name) => [name, column])) }];
  });
}
