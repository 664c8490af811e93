/**
 * The cell that explains sums which do not add up: where exactly one change of the fewest cells (or one step with a whole row)
 * lets every relation of the table hold, that cell is the one cause, and the sums are its consequences.
 */

import { type Diagnosis, diagnose, type Repair, violatedOf } from '../../diagnosis/diagnosis.ts';
import { relationName } from '../../diagnosis/effect.ts';
import type { RowStep } from '../../diagnosis/row-steps.ts';
import { type Related, say } from '../../finding/finding.ts';
import { cellName, specAt } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { partFix, repairFixes } from '../../fix/repair.ts';
import { type BoundTable, tableOf, valuesOf } from '../../report/report.ts';
import type { Relation } from '../../statute/relations.ts';
import { sumOf } from '../../text/amounts.ts';

export const suspectCell: Rule = {
  meta: {
    id: 'suspect-cell',
    severity: 'error',
    weakened: 'information',
    fixable: ['value', 'manual'],
    summary: say('多处勾稽关系共同指向的错格', 'The cell that several broken relations point at'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号所附格式的勾稽关系；改动最少单元格的差错定位（Fellegi、Holt，1976）',
      'The relations of the forms of 国办公开办函〔2019〕60号 and 〔2021〕30号; error localisation by the fewest changes (Fellegi and Holt, 1976)',
    ),
    since: '0.1.0',
  },
  *check({ document, report }): Iterable<Draft> {
    for (const table of report.tables) yield* draftsOf(table, diagnose(document, table));
  },
  fixes({ document, report }, finding) {
    const table = tableOf(report, finding.table ?? '');
    if (!table) return [];
    const diagnosis = diagnose(document, table);
    const cells = new Set(finding.cells.map((key) => table.spec.cells.findIndex((cell) => cell.key === key)));
    const [only] = cells;
    const parts = diagnosis.kind === 'unique' && only !== undefined ? partFix(table, diagnosis.repair, only) : [];
    return [...repairFixes(table, diagnosis, cells), ...parts];
  },
};

function* draftsOf(table: BoundTable, diagnosis: Diagnosis): Generator<Draft> {
  const violated = diagnosis.kind === 'consistent' ? [] : violatedOf(table);
  switch (diagnosis.kind) {
    case 'unique':
      yield* ofRepair(table, diagnosis.repair, violated);
      break;
    case 'step':
      yield* ofStep(table, diagnosis.step, violated);
      break;
    case 'ambiguous':
      // Violated relations speak for themselves and list the candidates; here there is none that could be judged.
      if (violated.length === 0) yield* ofContradiction(table, diagnosis);
      break;
    case 'many':
    case 'exhausted':
      yield ofMany(table, violated, diagnosis.kind);
  }
}

function* ofRepair(table: BoundTable, { changes, slips, joint }: Repair, violated: readonly Relation[]): Generator<Draft> {
  for (const [at, { cell, from, to }] of changes.entries()) {
    const bound = table.cells[cell];
    if (!bound || to === null) continue;
    const pointing = violated.filter(({ terms }) => terms.some((term) => term.cell === cell));
    const slip = slips[at] ?? joint;
    const others = changes.length - 1;
    yield {
      span: bound.span,
      message: say(
        `${cellName(bound.spec)}：${pointing.length > 0 ? `${pointing.length} 处勾稽关系${pointing.length > 1 ? '同时' : ''}指向此格：` : ''}应为 ${to}，现为 ${from}${slip ? `（${slip['zh-cn']}）` : ''}${others > 0 ? `，须与另外 ${others} 格一并改正` : ''}`,
        `${cellName(bound.spec)}: ${pointing.length > 0 ? `${pointing.length} relation${pointing.length > 1 ? 's point' : ' points'} at this cell: ` : ''}should be ${to}, is ${from}${slip ? ` (${slip.en})` : ''}${others > 0 ? `, together with ${others} other cell${others > 1 ? 's' : ''}` : ''}`,
      ),
      cells: [bound.spec.key],
      expected: to,
      actual: from,
      related: relatedSums(table, pointing, cell),
      table: table.spec.id,
    };
  }
}

function* ofStep(table: BoundTable, { cause, lines, changes }: RowStep, violated: readonly Relation[]): Generator<Draft> {
  const line = table.rows[lines[0] ?? -1];
  if (!line) return;
  yield {
    span: line.label,
    message: say(
      `${cause['zh-cn']}：还原后 ${violated.length} 处勾稽关系全部成立`,
      `${cause.en}: undone, all ${violated.length} broken relations hold`,
    ),
    cells: changes.map(({ cell }) => specAt(table, cell).key),
    related: relatedSums(table, violated, -1),
    table: table.spec.id,
    row: line.spec.key,
  };
}

/** Blanks keep the relations from being judged one by one, but all together they cannot hold. */
function* ofContradiction(table: BoundTable, { repairs, steps }: Extract<Diagnosis, { kind: 'ambiguous' }>): Generator<Draft> {
  const cells = [...new Set([...repairs, ...steps].flatMap(({ changes }) => changes.map(({ cell }) => cell)))];
  const first = table.cells[cells[0] ?? -1];
  if (!first) return;
  const names = cells.slice(0, 5).map((cell) => cellName(specAt(table, cell)));
  const more = cells.length > 5;
  yield {
    span: first.span,
    message: say(
      `空白格无论填什么数，勾稽关系都不能成立；有误的可能是：${names.join('、')}${more ? `等 ${cells.length} 格` : ''}`,
      `Whatever the blanks are filled with, the relations cannot hold; wrong may be: ${names.join(', ')}${more ? ` … (${cells.length} cells)` : ''}`,
    ),
    cells: cells.map((cell) => specAt(table, cell).key),
    related: cells.slice(1).flatMap((cell): Related[] => {
      const bound = table.cells[cell];
      return bound ? [{ span: bound.span, message: say(cellName(bound.spec), cellName(bound.spec)) }] : [];
    }),
    table: table.spec.id,
  };
}

const ofMany = (table: BoundTable, violated: readonly Relation[], kind: 'many' | 'exhausted'): Draft => ({
  severity: violated.length > 0 ? 'information' : 'error',
  span: table.head,
  message:
    violated.length === 0
      ? say('空白格无论填什么数，本表的勾稽关系都不能成立', 'Whatever the blanks are filled with, the relations of this table cannot hold')
      : kind === 'many'
        ? say(
            `本表 ${violated.length} 处勾稽关系不成立，有误的多于三格，未能定位到格`,
            `${violated.length} relations of this table do not hold; more than three cells are wrong, which ones cannot be told`,
          )
        : say(
            `本表 ${violated.length} 处勾稽关系不成立，差错过多，未能定位到格`,
            `${violated.length} relations of this table do not hold; too much is wrong to tell which cells`,
          ),
  cells: [],
  related: [],
  table: table.spec.id,
});

/** The violated sums, each at its total; where the cell is the total itself, at its first other cell. */
function relatedSums(table: BoundTable, violated: readonly Relation[], self: number): Related[] {
  return violated.flatMap((relation): Related[] => {
    const cell = relation.left.find((one) => one !== self) ?? relation.right[0];
    const bound = table.cells[cell ?? -1];
    if (!bound) return [];
    const values = valuesOf(table);
    const sum = (cells: readonly number[]): number => sumOf(cells.map((one) => values[one] ?? 0));
    const name = relationName(relation, table);
    const [left, right] = [sum(relation.left), sum(relation.right)];
    return [{ span: bound.span, message: say(`${name['zh-cn']}：${left} ≠ ${right}`, `${name.en}: ${left} ≠ ${right}`) }];
  });
}
