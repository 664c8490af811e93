/** A6: every row of a statutory table must be in the text. */

import { say } from '../../finding/finding.ts';
import { tableTitle } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { insertRow } from '../../fix/insert-row.ts';
import type { BoundTable } from '../../report/report.ts';
import { tableOf } from '../../report/report.ts';
import type { RowSpec } from '../../statute/form.ts';
import type { Span } from '../../text/span.ts';
import { refusedRows } from '../section-text.ts';

/** Where the row belongs: the label of the row before it, else of the row after it, else the table's head. */
function placeOf(table: BoundTable, row: RowSpec): Span {
  const before = table.rows.slice(0, row.index).findLast((other) => other);
  const after = table.rows.slice(row.index + 1).find((other) => other);
  return before?.label ?? after?.label ?? table.head;
}

export const missingRow: Rule = {
  meta: {
    id: 'missing-row',
    severity: 'error',
    fixable: ['manual'],
    summary: say('法定表格缺行', 'A row of a statutory table is not in the text'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号所附格式：各行均应列出',
      'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号: every row is due',
    ),
    since: '0.1.0',
  },
  *check({ document, report }): Iterable<Draft> {
    for (const table of report.tables) {
      if (table.scrambled) continue;
      const unread = refusedRows(document, table);
      for (const row of table.spec.rows) {
        if (table.rows[row.index] || unread.includes(row)) continue;
        yield {
          span: placeOf(table, row),
          message: row.labelled
            ? say(`缺少“${row.label}”一行`, `The row “${row.label}” is missing`)
            : say(`“${tableTitle(table)['zh-cn']}”没有数据行`, `The table of ${tableTitle(table).en} has no line of numbers`),
          cells: row.cells.map(({ key }) => key),
          table: table.spec.id,
          row: row.key,
        };
      }
    }
  },
  fixes({ document, report }, finding) {
    const table = tableOf(report, finding.table ?? '');
    const row = table?.spec.rows.find(({ key }) => key === finding.row);
    const fix = table && row && insertRow(document.text, table, row);
    return fix ? [fix] : [];
  },
};
