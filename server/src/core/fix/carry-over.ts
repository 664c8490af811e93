/** Which numbers of a table mean the same in another edition of it: same keys, and what the edition says a row formerly was. */
import type { BoundCell, BoundTable } from '../report/report.ts';
import type { CellSpec, TableForm } from '../statute/form.ts';
import type { TableData } from '../statute/schema.ts';
import { sumOf as addUp } from '../text/amounts.ts';

/** A number as it will stand in the new table. */
interface CarriedNumber {
  readonly value: number;
  /** The unit or remark after it, as written. */
  readonly remark: string;
  readonly written: string;
}

export interface CarriedOver {
  readonly table: BoundTable;
  readonly due: TableForm;
  /** By cell index of `due`; `undefined` where the new cell is left blank. */
  readonly numbers: readonly (CarriedNumber | undefined)[];
  /** Numbers that the new table has no cell for. */
  readonly lost: readonly BoundCell[];
  /** Cells in which something stands that is no number, or of which nobody knows which is which. */
  readonly unread: readonly BoundCell[];
}

type Row = TableData['blocks'][number]['rows'][number];

const rowsOf = ({ data }: TableForm): ReadonlyMap<string, Row> =>
  new Map(data.blocks.flatMap(({ rows }) => rows.map((row) => [row.key, row] as const)));

/** The cells of the old table that `cell` of the new one takes its number from; several are added up. */
function sourcesOf(cell: CellSpec, from: TableForm, fromRows: ReadonlyMap<string, Row>, dueRows: ReadonlyMap<string, Row>): CellSpec[] {
  const inRow = (row: string): CellSpec[] => from.cells.filter((other) => other.rowKey === row && other.columnKey === cell.columnKey);
  const same = inRow(cell.rowKey);
  if (same.length > 0) return same;
  const formerly = dueRows.get(cell.rowKey)?.formerly;
  if (formerly) return formerly.as === 'rest' ? inRow(formerly.row) : [];
  return [...fromRows.values()].filter((row) => row.formerly?.row === cell.rowKey).flatMap((row) => inRow(row.key));
}

export function carryOver(text: string, table: BoundTable, due: TableForm): CarriedOver {
  const fromRows = rowsOf(table.spec);
  const dueRows = rowsOf(due);
  const used = new Set<BoundCell>();
  const numbers = due.cells.map((cell): CarriedNumber | undefined => {
    const sources = sourcesOf(cell, table.spec, fromRows, dueRows).map(({ index }) => table.cells[index]);
    const known = sources.filter((source) => source?.state === 'number').filter((source) => source !== undefined);
    // A sum of some of its parts would be no number of anything, and one of numbers with remarks would lose these.
    if (known.length === 0 || known.length < sources.length) return undefined;
    if (known.length > 1 && known.some(({ remark }) => remark !== '')) return undefined;
    for (const source of known) used.add(source);
    const [only, ...more] = known;
    return only && more.length === 0 ? numberOf(text, only) : sumOf(known);
  });
  const bound = table.cells.filter((cell) => cell !== undefined);
  const isEmpty = ({ spec }: BoundCell): boolean => table.rows[spec.row.index]?.found === 0;
  return {
    table,
    due,
    numbers,
    lost: bound.filter((cell) => cell.state === 'number' && !used.has(cell)),
    unread: bound.filter((cell) => cell.state === 'invalid' || (cell.state === 'unreadable' && !isEmpty(cell))),
  };
}

const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** Plain digits as they stand (`60.70`); full-width ones, thousands and pieces in one plain number. */
function numberOf(text: string, { span, pieces, value, remark }: BoundCell): CarriedNumber {
  const source = pieces ? '' : text.slice(span.start, span.end);
  return { value: value as number, remark, written: `${PLAIN.test(source) ? source : value}${remark}` };
}

function sumOf(cells: readonly BoundCell[]): CarriedNumber {
  const value = addUp(cells.map((cell) => cell.value as number));
  return { value, remark: '', written: String(value) };
}
