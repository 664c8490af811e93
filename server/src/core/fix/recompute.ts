/** Recomputes every total of a table, or of a report, from the numbers that it sums. */

import { effect, withBroken } from '../diagnosis/effect.ts';
import { type Fix, type Localized, say } from '../finding/finding.ts';
import { tableTitle } from '../finding/names.ts';
import { type BoundCell, type BoundTable, type Report, valuesOf } from '../report/report.ts';
import type { Relation } from '../statute/relations.ts';
import { isShort, sumOf } from '../text/amounts.ts';
import { writeCells } from './write-cell.ts';

// Totals of totals settle in the second round; a third shows that nothing moves.
const ROUNDS = 3;

/** The totals that change, by cell index. Sums with a blank or unreadable addend are left alone. */
function newTotals(table: BoundTable): Map<number, number> {
  const values = [...valuesOf(table)];
  const changes = new Map<number, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { left, right } of table.spec.relations) {
      const [total] = left;
      if (left.length !== 1 || total === undefined || values[total] === null) continue;
      const addends = right.flatMap((cell) => values[cell] ?? []);
      const sum = sumOf(addends);
      if (addends.length < right.length || sum === values[total] || !isShort(sum)) continue;
      values[total] = sum;
      changes.set(total, sum);
    }
  }
  return changes;
}

function recompute(tables: readonly BoundTable[], title: (count: number) => Localized): Fix | null {
  const totals: [BoundCell, number][] = [];
  const broken: [BoundTable, Relation][] = [];
  let count = 0;
  for (const table of tables) {
    const changes = newTotals(table);
    count += changes.size;
    for (const [cell, value] of changes) {
      const bound = table.cells[cell];
      if (bound) totals.push([bound, value]);
    }
    for (const relation of effect(table, valuesOf(table), changes).broken) broken.push([table, relation]);
  }
  if (totals.length === 0) return null;
  const [worst] = broken;
  const named = title(count);
  return {
    title: worst
      ? withBroken(
          named,
          broken.map(([, relation]) => relation),
          worst[0],
        )
      : named,
    class: 'value',
    preferred: false,
    breaks: broken.length,
    ...writeCells(totals),
  };
}

/** One fix for all totals of a table; `null` when none would change. */
export const recomputeTable = (table: BoundTable): Fix | null =>
  recompute([table], (count) => {
    const title = tableTitle(table);
    return say(`重算本表全部总计（${title['zh-cn']}，${count} 处）`, `Recompute all totals of this table (${title.en}: ${count})`);
  });

/** One fix for all totals of a report; `null` when none would change. */
export const recomputeReport = (report: Report): Fix | null =>
  recompute(report.tables, (count) => say(`重算本报告全部总计（${count} 处）`, `Recompute all totals of this report (${count})`));
