/** A3: in every column 一 + 二 = 三（七） + 四, the 勾稽关系 that the notice prints in the table. */

import { say } from '../../finding/finding.ts';
import { columnLabel, rowLabel, shortLabel, specAt } from '../../finding/names.ts';
import type { Relation } from '../../statute/relations.ts';
import { sumRule, type Violation } from '../sums.ts';

/** `一 20 + 二 1 = 21` */
function side({ table, values }: Violation, cells: readonly number[], sum: number): string {
  const parts = cells.map((cell) => `${shortLabel(rowLabel(specAt(table, cell)))} ${values[cell]}`);
  return `${parts.join(' + ')} = ${sum}`;
}

// 四 closes the account, so the finding points there; any of the four may be the wrong one.
const suspects = (relation: Relation): readonly number[] => [...relation.left].reverse().concat(relation.right);

export const balanceMismatch = sumRule(
  {
    id: 'balance-mismatch',
    summary: say('本年新收 + 上年结转 ≠ 办理结果总计 + 结转下年度', 'Received + carried over is not outcomes + carried forward'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号表内注：第一项加第二项之和，等于第三项加第四项之和',
      'The note printed in the table of 国办公开办函〔2019〕60号 and 〔2021〕30号: item 1 + item 2 = item 3 + item 4',
    ),
  },
  (violation) => {
    const { table, relation, left, right } = violation;
    const column = columnLabel(table.spec.cells[relation.left[0] as number] as Parameters<typeof columnLabel>[0]);
    const sums = `${side(violation, relation.right, right)} ≠ ${side(violation, relation.left, left)}`;
    return say(`${column}列：${sums}`, `Column ${column}: ${sums}`);
  },
  suspects,
);
