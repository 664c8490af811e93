/** A1: in every row of the application table 总计 is the sum of the six kinds of applicant. */
import { say } from '../../finding/finding.ts';
import { brief, columnLabel, rowLabel, specAt } from '../../finding/names.ts';
import { labelsOf, sumRule } from '../sums.ts';

export const rowTotalMismatch = sumRule(
  {
    id: 'row-total-mismatch',
    summary: say('申请情况表某一行的“总计”不等于各类申请人之和', 'A row’s total is not the sum of its applicant columns'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号所附格式：总计列',
      'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号: the column 总计',
    ),
  },
  ({ table, relation, left, right }) => {
    const row = brief(rowLabel(specAt(table, relation.left[0])));
    const total = labelsOf(table, relation.left, columnLabel);
    return say(`${row}：${total} ${left} ≠ 各列之和 ${right}`, `${row}: total ${left} ≠ sum of the columns ${right}`);
  },
  (relation) => relation.left,
);
