/** What the relations leave for the blanks of a table, where the form allows it there. */
import { type BoundTable, valuesOf } from '../report/report.ts';
import { allows } from '../statute/form.ts';
import type { Values } from '../statute/relations.ts';
import { determineBlanks } from './localise.ts';

/** By cell index. `values` where they are not those of the text. */
export const blanksOf = (table: BoundTable, values: Values = valuesOf(table)): ReadonlyMap<number, number> =>
  new Map(
    [...determineBlanks(table.spec.relations, values)].filter(([cell, value]) =>
      allows(table.spec.cells[cell]?.number ?? 'integer', value),
    ),
  );
