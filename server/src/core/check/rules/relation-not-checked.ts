/** Said once a table: which sums a blank or unreadable cell keeps from being judged. Nothing is taken for 0 in silence. */

import { listRelations } from '../../diagnosis/effect.ts';
import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { valuesOf } from '../../report/report.ts';
import { residual } from '../../statute/relations.ts';

const MOST_NAMES = 3;

export const relationNotChecked: Rule = {
  meta: {
    id: 'relation-not-checked',
    severity: 'information',
    fixable: [],
    summary: say('有勾稽关系因空白或不可读的单元格而未核对', 'Relations that blank or unreadable cells keep from being judged'),
    basis: say('国办公开办函〔2019〕60号、〔2021〕30号所附格式', 'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号'),
    since: '0.1.0',
  },
  *check({ report }): Iterable<Draft> {
    for (const table of report.tables) {
      const values = valuesOf(table);
      const open = table.spec.relations.filter((relation) => residual(relation, values) === null);
      if (open.length === 0 || table.scrambled) continue;
      const names = listRelations(open, table, MOST_NAMES);
      const total = table.spec.relations.length;
      yield {
        span: table.head,
        message: say(
          `本表 ${total} 处勾稽关系中有 ${open.length} 处因单元格空白、缺失或不可读而未核对：${names['zh-cn']}`,
          `${open.length} of the table’s ${total} relations were not checked because cells are blank, missing or unreadable: ${names.en}`,
        ),
        cells: [],
        table: table.spec.id,
      };
    }
  },
};
