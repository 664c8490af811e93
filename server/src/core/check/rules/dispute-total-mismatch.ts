/** A4: in every group of the dispute table 总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结. */
import { say } from '../../finding/finding.ts';
import { columnLabel, rowLabel, specAt } from '../../finding/names.ts';
import { labelsOf, sumRule } from '../sums.ts';

export const disputeTotalMismatch = sumRule(
  {
    id: 'dispute-total-mismatch',
    summary: say('行政复议、行政诉讼某一组的“总计”不等于四项结果之和', 'A total of the dispute table is not the sum of its four results'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号所附格式：第四部分的总计',
      'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号: the totals of section 4',
    ),
  },
  ({ table, relation, left, right }) => {
    const row = rowLabel(specAt(table, relation.left[0]));
    const total = labelsOf(table, relation.left, columnLabel);
    return say(`${row}：${total} ${left} ≠ 各项结果之和 ${right}`, `${row}: total ${left} ≠ sum of the results ${right}`);
  },
  (relation) => relation.left,
);
