/** The 勾稽关系 of a table as linear equations over its cells (statute A1–A4). */
import { sumOf } from '../text/amounts.ts';
import type { RelationData, TableData } from './schema.ts';

interface Term {
  readonly cell: number;
  /** +1 on the left of the equation, −1 on the right. */
  readonly sign: 1 | -1;
}

/** Σ left = Σ right. */
export interface Relation {
  readonly index: number;
  /** The kind in the edition: `A1`, `A2` … */
  readonly id: string;
  /** The rule that reports its violation. */
  readonly rule: string;
  /** Whether it is about one row or one column. */
  readonly each: 'row' | 'column';
  readonly name: RelationData['name'];
  readonly terms: readonly Term[];
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** What an equation needs to know of a cell. */
interface RelatedCell {
  readonly index: number;
  readonly rowKey: string;
  readonly columnKey: string;
}

export function deriveRelations(table: TableData, cells: readonly RelatedCell[]): Relation[] {
  const relations: Relation[] = [];
  const byKey = new Map(cells.map((cell) => [`${cell.rowKey}|${cell.columnKey}`, cell.index]));
  const unique = (keys: readonly string[]): string[] => [...new Set(keys)];
  for (const data of table.relations) {
    const abouts = unique(cells.map((cell) => (data.each === 'row' ? cell.rowKey : cell.columnKey)));
    for (const about of abouts) {
      const find = (key: string): number => {
        const index = byKey.get(data.each === 'row' ? `${about}|${key}` : `${key}|${about}`);
        if (index === undefined) throw new Error(`relation ${data.id} of ${table.id} names no cell: ${about}, ${key}`);
        return index;
      };
      const left = data.left.map(find);
      const right = data.right.map(find);
      relations.push({
        index: relations.length,
        id: data.id,
        rule: data.rule,
        each: data.each,
        name: data.name,
        left,
        right,
        terms: [...left.map((cell): Term => ({ cell, sign: 1 })), ...right.map((cell): Term => ({ cell, sign: -1 }))],
      });
    }
  }
  return relations;
}

/** The value of a cell by its index; `null` where it is blank, missing, unreadable or no valid count. */
export type Values = readonly (number | null)[];

/** Σ left − Σ right, or `null` where a cell has no value. */
export const residual = ({ terms }: Relation, values: Values): number | null => sumAt(terms, values);

/** What cells come to, those with the sign −1 taken off; `null` where one has no value. */
export function sumAt(terms: readonly Term[], values: Values): number | null {
  // Nearly all are counts: they need no list.
  let sum = 0;
  let plain = true;
  for (const { cell, sign } of terms) {
    const value = values[cell];
    if (value === null || value === undefined) return null;
    sum += sign * value;
    plain = plain && Number.isSafeInteger(value) && Number.isSafeInteger(sum);
  }
  return plain ? sum : sumOf(terms.map(({ cell, sign }) => sign * (values[cell] ?? 0)));
}

/** The value that `cell` must take for the relation to hold while all others stay, or `null` where one is unknown. */
export function solveFor(relation: Relation, cell: number, values: Values): number | null {
  const rest: number[] = [];
  let own = 0;
  for (const term of relation.terms) {
    if (term.cell === cell) {
      own = term.sign;
      continue;
    }
    const value = values[term.cell];
    if (value === null || value === undefined) return null;
    rest.push(term.sign * value);
  }
  // The product may be negative zero, which prints as "-0".
  return own === 0 ? null : -sumOf(rest) * own + 0;
}
