/** The relations in which a cell stands, what they make of a total, and how a table stands as a whole. */
import { type BoundTable, valuesOf } from '../report/report.ts';
import { unreadRows } from '../report/unread.ts';
import type { TableForm } from '../statute/form.ts';
import { type Relation, residual, type Values } from '../statute/relations.ts';
import { sumOf } from '../text/amounts.ts';
import { memo } from '../text/memo.ts';
import { type Equation, equationOf } from './equation.ts';

const sum = (cells: readonly number[], values: Values): number => sumOf(cells.map((cell) => values[cell] ?? 0));

/** The values of a table, which every total of it is asked with. */

/** Those of one cell, by its index. */
export function equationsAt(table: BoundTable, cell: number): Equation[] {
  const values = valuesOf(table);
  return (table.spec.relationsOf[cell] ?? []).map((index) => equationOf(table.spec, table.spec.relations[index] as Relation, values));
}

export interface Total {
  /** What the relations of which the cell is the sum give, each number once; `null` where one of them cannot be judged. */
  readonly sums: readonly number[] | null;
  /** Written out when asked for: of a whole file, few are looked at. */
  readonly equations: () => readonly Equation[];
}

const totalsOf = memo(
  ({ relations }: TableForm): ReadonlySet<number> => new Set(relations.flatMap(({ left }) => (left.length === 1 ? left : []))),
);

/** Whether a cell is by itself one side of a relation: a total. */
export const isTotal = (spec: TableForm, cell: number): boolean => totalsOf(spec).has(cell);

/** What a total should be, by all relations of which it is one side alone; `null` for any other cell. */
export function totalAt(table: BoundTable, cell: number): Total | null {
  if (!isTotal(table.spec, cell)) return null;
  const { relations, relationsOf } = table.spec;
  const own = (relationsOf[cell] ?? [])
    .map((index) => relations[index] as Relation)
    .filter(({ left }) => left.length === 1 && left[0] === cell);
  const values = valuesOf(table);
  const isOpen = own.some(({ right }) => right.some((term) => values[term] === null));
  return {
    sums: isOpen ? null : [...new Set(own.map(({ right }) => sum(right, values)))],
    equations: () => own.map((relation) => equationOf(table.spec, relation, values)),
  };
}

export interface Tally {
  /** Cells with a number, and all of the form. */
  readonly numbers: number;
  readonly cells: number;
  readonly holding: number;
  readonly broken: number;
  /** Relations that a cell without a number keeps from being judged. */
  readonly open: number;
  /** Rows that are none of the form’s. */
  readonly unread: number;
}

/** How a table stands as a whole. */
export function tallyOf(text: string, table: BoundTable): Tally {
  const values = valuesOf(table);
  let [holding, broken, open] = [0, 0, 0];
  for (const relation of table.spec.relations) {
    const difference = residual(relation, values);
    if (difference === null) open++;
    else if (difference === 0) holding++;
    else broken++;
  }
  const numbers = values.filter((value) => value !== null).length;
  return { numbers, cells: table.spec.cells.length, holding, broken, open, unread: unreadRows(text, table).length };
}

/** The cells beside a cell in its relations: those that it adds up, and those that add it up. */
export function neighboursOf(table: BoundTable, cell: number): { readonly addends: readonly number[]; readonly totals: readonly number[] } {
  const addends = new Set<number>();
  const totals = new Set<number>();
  for (const index of table.spec.relationsOf[cell] ?? []) {
    const { left, right } = table.spec.relations[index] as Relation;
    const [own, other] = left.includes(cell) ? [left, right] : [right, left];
    // Of a balance of two sides neither is the sum of the other: they belong together.
    const into = own.length === 1 ? addends : totals;
    for (const one of other) into.add(one);
    if (own.length > 1 && other.length > 1) for (const one of own) if (one !== cell) into.add(one);
  }
  return { addends: [...addends], totals: [...totals] };
}
