/** Fills blanks: with what arithmetic determines, or, if a person says so, with 0. */

import { blanksOf } from '../diagnosis/blanks.ts';
import { effect, withBroken } from '../diagnosis/effect.ts';
import { type Fix, say } from '../finding/finding.ts';
import { cellName } from '../finding/names.ts';
import { type BoundCell, type BoundTable, valuesOf } from '../report/report.ts';
import { writeCells } from './write-cell.ts';

/** Fixes for the blanks of a table whose keys are in `keys`; those without a place of their own are left to a person. */
export function fillBlanks(table: BoundTable, keys: ReadonlySet<string>): Fix[] {
  const blanks = table.cells.filter((cell): cell is BoundCell => cell?.state === 'blank' && !cell.placeless && keys.has(cell.spec.key));
  const determined = blanksOf(table);
  const known = blanks.filter(({ spec }) => determined.has(spec.index));
  const fixes: Fix[] = [];
  const [only] = known;
  if (only) {
    const value = determined.get(only.spec.index);
    const rest = blanks.length - known.length;
    fixes.push({
      title:
        known.length === 1
          ? say(
              `填入由勾稽关系确定的值：${cellName(only.spec)} = ${value}`,
              `Fill in what the sums determine: ${cellName(only.spec)} = ${value}`,
            )
          : say(
              `填入由勾稽关系确定的 ${known.length} 个值${rest > 0 ? `（另有 ${rest} 格无法确定）` : ''}`,
              `Fill in the ${known.length} values that the sums determine${rest > 0 ? ` (${rest} more are not determined)` : ''}`,
            ),
      class: 'value',
      preferred: true,
      breaks: 0,
      ...writeCells(known.map((cell) => [cell, determined.get(cell.spec.index) as number])),
    });
  }
  const zeros = new Map(blanks.map(({ spec }) => [spec.index, 0]));
  const sameAsDetermined = known.length === blanks.length && known.every(({ spec }) => determined.get(spec.index) === 0);
  if (!sameAsDetermined && blanks.length > 0) {
    const title =
      blanks.length === 1 ? say('填 0', 'Fill in 0') : say(`${blanks.length} 格全部填 0`, `Fill all ${blanks.length} cells with 0`);
    const failing = effect(table, valuesOf(table), zeros).failing;
    fixes.push({
      title: withBroken(title, failing, table),
      class: 'manual',
      preferred: false,
      breaks: failing.length,
      ...writeCells(blanks.map((cell) => [cell, 0])),
    });
  }
  return fixes;
}
