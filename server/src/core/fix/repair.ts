/** Fixes from the diagnosis of a table: its repairs, one fix with everything that has a single answer, and their titles. */
import { blanksOf } from '../diagnosis/blanks.ts';
import { type Diagnosis, diagnose, nameOfRepair, type Repair } from '../diagnosis/diagnosis.ts';
import { effect, withBroken } from '../diagnosis/effect.ts';
import type { Change } from '../diagnosis/localise.ts';
import type { RowStep } from '../diagnosis/row-steps.ts';
import { type Fix, type Localized, say } from '../finding/finding.ts';
import { type BoundCell, type BoundTable, type Document, type Report, valuesOf } from '../report/report.ts';
import { writeCells } from './write-cell.ts';

const boundIn = (table: BoundTable, changes: Iterable<readonly [number, number]>): [BoundCell, number][] =>
  [...changes].flatMap(([cell, value]): [BoundCell, number][] => {
    const bound = table.cells[cell];
    return bound ? [[bound, value]] : [];
  });

/** Whether a number can be written into every one of these cells. */
const isWritable = (table: BoundTable, cells: readonly number[]): boolean => cells.every((cell) => !table.cells[cell]?.placeless);

const pairs = (changes: readonly Change[]): [number, number][] =>
  changes.flatMap(({ cell, to }): [number, number][] => (to === null ? [] : [[cell, to]]));

function repairTitle(table: BoundTable, repair: Repair): Localized {
  const count = repair.changes.length;
  const name = nameOfRepair(table, repair);
  return count > 1
    ? say(`同时改正 ${count} 格：${name['zh-cn']}`, `Correct ${count} cells: ${name.en}`)
    : say(`改正 ${name['zh-cn']}`, `Correct ${name.en}`);
}

/** Whether a fix is what there is to do, or one of several that may be. */
type Standing = Pick<Fix, 'class' | 'preferred'>;
const ONLY: Standing = { class: 'value', preferred: true };
const CANDIDATE: Standing = { class: 'manual', preferred: false };

/** Nothing where blanks leave the value of a cell open. */
function repairFix(table: BoundTable, repair: Repair, standing: Standing): Fix[] {
  if (repair.changes.some(({ to }) => to === null)) return [];
  return [
    {
      title: repairTitle(table, repair),
      ...standing,
      breaks: 0,
      ...writeCells(boundIn(table, pairs(repair.changes))),
    },
  ];
}

/** Nothing where a blank of the row has no place of its own. */
function stepFix(table: BoundTable, { remedy, changes }: RowStep, standing: Standing): Fix[] {
  const writing = pairs(changes);
  if (
    !isWritable(
      table,
      writing.map(([cell]) => cell),
    )
  )
    return [];
  return [
    {
      title: say(`${remedy['zh-cn']}（${changes.length} 格）`, `${remedy.en} (${changes.length} cells)`),
      ...standing,
      breaks: 0,
      ...writeCells(boundIn(table, writing)),
    },
  ];
}

/** The fix for the whole table, preferred, or every candidate that changes one of `cells`, in the order of likelihood. */
export function repairFixes(table: BoundTable, diagnosis: Diagnosis, cells: ReadonlySet<number>): Fix[] {
  const touches = (changes: readonly Change[]): boolean => changes.some(({ cell }) => cells.has(cell));
  switch (diagnosis.kind) {
    case 'unique':
      return repairFix(table, diagnosis.repair, ONLY);
    case 'step':
      return stepFix(table, diagnosis.step, ONLY);
    case 'ambiguous':
      return [
        ...diagnosis.repairs.filter(({ changes }) => touches(changes)).flatMap((repair) => repairFix(table, repair, CANDIDATE)),
        ...diagnosis.steps.filter(({ changes }) => touches(changes)).flatMap((step) => stepFix(table, step, CANDIDATE)),
      ];
    default:
      return [];
  }
}

/** One cell of a repair of several, for those who look at one at a time. */
export function partFix(table: BoundTable, { changes, slips }: Repair, cell: number): Fix[] {
  const at = changes.findIndex((change) => change.cell === cell);
  const change = changes[at];
  if (!change || change.to === null || changes.length < 2) return [];
  const { broken } = effect(table, valuesOf(table), new Map([[cell, change.to]]));
  const title = repairTitle(table, { changes: [change], slips: [slips[at] ?? null], joint: null });
  return [
    {
      title: withBroken(say(`只${title['zh-cn']}`, `${title.en} alone`), broken, table),
      class: 'manual',
      preferred: false,
      breaks: broken.length,
      ...writeCells(boundIn(table, [[cell, change.to]])),
    },
  ];
}

/** All numbers of a report that have a single answer: unique repairs, steps with rows, and the blanks determined after them. */
export function repairReport(document: Document, report: Report): Fix | null {
  let count = 0;
  const answers = report.tables.flatMap((table) => {
    const changes = answersOf(document, table);
    count += changes.size;
    return boundIn(table, changes);
  });
  if (count === 0) return null;
  return {
    title: say(
      `改正本报告中有唯一答案的全部数字（${count} 格）`,
      `Correct every number of this report that has a single answer (${count})`,
    ),
    class: 'value',
    preferred: false,
    breaks: 0,
    ...writeCells(answers),
  };
}

/** The values to write, by cell index. With errors that have no single answer in the table, its blanks are left alone. */
function answersOf(document: Document, table: BoundTable): Map<number, number> {
  const diagnosis = diagnose(document, table);
  const changes =
    diagnosis.kind === 'unique' ? pairs(diagnosis.repair.changes) : diagnosis.kind === 'step' ? pairs(diagnosis.step.changes) : [];
  const answers = new Map(
    isWritable(
      table,
      changes.map(([cell]) => cell),
    )
      ? changes
      : [],
  );
  const values = valuesOf(table).map((value, cell) => answers.get(cell) ?? value);
  for (const [cell, value] of blanksOf(table, values))
    if (table.cells[cell]?.state === 'blank' && isWritable(table, [cell])) answers.set(cell, value);
  return answers;
}
