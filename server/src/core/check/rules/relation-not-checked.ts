/** Said once a table: which sums a blank or unreadable cell keeps from being judged. Nothing is taken for 0 in silence. */

import { listRelations } from '../../diagnosis/effect.ts';
import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { type BoundTable, valuesOf } from '../../report/report.ts';
import { unreadRows } from '../../report/unread.ts';
import { residual } from '../../statute/relations.ts';
import type { Span } from '../../text/span.ts';

const MOST_NAMES = 3;

const ofUnread = (table: BoundTable, unread: readonly Span[]): Draft => ({
  span: table.head,
  message: say(
    `本表有 ${unread.length} 行不在格式中，没有读取，含这些行的合计未核对`,
    `${unread.length} rows of this table are none of the form’s and were not read; totals over them were not checked`,
  ),
  cells: [],
  related: unread.map((span) => ({ span, message: say('没有读取的行', 'a row that was not read') })),
  table: table.spec.id,
});

export const relationNotChecked: Rule = {
  meta: {
    id: 'relation-not-checked',
    severity: 'information',
    fixable: [],
    summary: say('有勾稽关系因空白或不可读的单元格而未核对', 'Relations that blank or unreadable cells keep from being judged'),
    basis: say('国办公开办函〔2019〕60号、〔2021〕30号所附格式', 'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号'),
    since: '0.1.0',
  },
  *check({ document: { text }, report }): Iterable<Draft> {
    for (const table of report.tables) {
      const unread = unreadRows(text, table);
      if (unread.length > 0) yield ofUnread(table, unread);
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
