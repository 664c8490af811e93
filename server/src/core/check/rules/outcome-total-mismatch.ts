/** A2: in every column of the application table （七）总计 is the sum of the outcome rows. */
import { say } from '../../finding/finding.ts';
import { columnLabel, rowLabel, specAt } from '../../finding/names.ts';
import { labelsOf, sumRule } from '../sums.ts';

export const outcomeTotalMismatch = sumRule(
  {
    id: 'outcome-total-mismatch',
    summary: say('“（七）总计”不等于各项办理结果之和', 'The row （七）总计 is not the sum of the outcome rows'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号所附格式：三、本年度办理结果（七）总计',
      'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号: row （七）总计',
    ),
  },
  ({ table, relation, left, right }) => {
    const column = columnLabel(specAt(table, relation.left[0]));
    const total = labelsOf(table, relation.left, rowLabel);
    return say(
      `${column}列：${total} ${left} ≠ 各项办理结果之和 ${right}`,
      `Column ${column}: total of outcomes ${left} ≠ sum of the outcome rows ${right}`,
    );
  },
  (relation) => relation.left,
);
