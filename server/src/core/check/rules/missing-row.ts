/** A6: every row of a statutory table must be in the text. */

import { say } from '../../finding/finding.ts';
import { tableTitle } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { insertRow } from '../../fix/insert-row.ts';
import type { BoundTable } from '../../report/report.ts';
import { tableOf } from '../../report/report.ts';
import type { LineSpec } from '../../statute/form.ts';
import type { Span } from '../../text/span.ts';

/** Where the row belongs: the label of the row before it, else of the row after it, else the table's head. */
function placeOf(table: BoundTable, line: LineSpec): Span {
  const before = table.lines.slice(0, line.index).findLast((other) => other);
  const after = table.lines.slice(line.index + 1).find((other) => other);
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
  *check({ report }): Iterable<Draft> {
    for (const table of report.tables) {
      if (table.scrambled) continue;
      for (const line of table.spec.lines) {
        if (table.lines[line.index]) continue;
        yield {
          span: placeOf(table, line),
          message: line.labelled
            ? say(`缺少“${line.label}”一行`, `The row “${line.label}” is missing`)
            : say(`“${tableTitle(table)['zh-cn']}”没有数据行`, `The table of ${tableTitle(table).en} has no line of numbers`),
          cells: line.cells.map(({ key }) => key),
          table: table.spec.id,
          row: line.key,
        };
      }
    }
  },
  fixes({ document, report }, finding) {
    const table = tableOf(report, finding.table ?? '');
    const line = table?.spec.lines.find(({ key }) => key === finding.row);
    const fix = table && line && insertRow(document.text, table, line);
    return fix ? [fix] : [];
  },
};
