/** What cannot be read is said to be unreadable: a row with more cells than due, a table whose words and numbers are torn apart. */

import { type Localized, say } from '../../finding/finding.ts';
import { brief, tableTitle } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { describeSplit, joinSplit, type SplitCell, splitCellOf } from '../../fix/split-cell.ts';
import { type BoundRow, tableOf } from '../../report/report.ts';
import { refusedRows, unreadTables } from '../section-text.ts';

function reasonOf(row: BoundRow, misfit: 'long' | 'glued' | 'torn', split: SplitCell | null): Localized {
  const { spec, found } = row;
  const { cells, label: full } = spec;
  const due = cells.length;
  const label = brief(full);
  if (misfit === 'glued')
    return say(
      `“${label}”的 ${due} 个数字连在一起，有不止一种分法（或没有一种符合勾稽关系），本行不作核对`,
      `The ${due} numbers of “${label}” stand without separators and the sums do not leave exactly one way to cut them; the row is not checked`,
    );
  if (misfit === 'torn')
    return say(
      `“${label}”的数字与行名不在同一行，或散在几行，无法判断各格属于哪一列，本行不作核对（用 pdftotext 转换 PDF 的，请改用 -raw，不用 -layout）`,
      `The numbers of “${label}” do not stand in one line with their label; which belongs to which column cannot be told, so the row is not checked (a PDF is converted by pdftotext -raw, not -layout)`,
    );
  if (found <= due)
    return say(
      `“${label}”旁边还有不知属于哪一行的数字，无法判断各格属于哪一列，本行不作核对`,
      `Beside “${label}” stand numbers of no known row; which belongs to which column cannot be told, so the row is not checked`,
    );
  if (split) {
    const cause = describeSplit(split);
    return say(
      `“${label}”应有 ${due} 格，却找到 ${found} 格：${cause['zh-cn']}`,
      `“${label}” has ${found} cells where ${due} are due: ${cause.en}`,
    );
  }
  return say(
    `“${label}”应有 ${due} 格，却找到 ${found} 格，无法判断各格属于哪一列，本行不作核对`,
    `“${label}” has ${found} cells where ${due} are due; which belongs to which column cannot be told, so the row is not checked`,
  );
}

export const unreadableTable: Rule = {
  meta: {
    id: 'unreadable-table',
    severity: 'warning',
    fixable: ['value'],
    summary: say('表格或表格行无法可靠读取', 'A table or a row of it cannot be read with certainty'),
    basis: say('国办公开办函〔2019〕60号、〔2021〕30号所附格式', 'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号'),
    since: '0.1.0',
  },
  *check({ document, report }): Iterable<Draft> {
    for (const { id, cells, data, section } of unreadTables(document, report)) {
      const { title } = data;
      yield {
        span: report.sections.find((one) => one.id === section)?.heading ??
          report.title ?? { start: report.span.start, end: report.span.start },
        message: say(
          `“${title['zh-cn']}”的用语在文中，却一行也读不出来，本表不作核对`,
          `The words of the table of ${title.en} stand in the text, but no row of it can be read; the table is not checked`,
        ),
        cells: cells.map(({ key }) => key),
        table: id,
      };
    }
    for (const table of report.tables) {
      if (table.scrambled) {
        yield {
          span: table.head,
          message: say(
            `“${tableTitle(table)['zh-cn']}”的标签与数字已经散开，无法判断哪个数字属于哪一格，本表不作核对`,
            `Labels and numbers of the table of ${tableTitle(table).en} are torn apart; which number belongs where cannot be told, so the table is not checked`,
          ),
          cells: table.spec.cells.map(({ key }) => key),
          table: table.spec.id,
        };
      }
      for (const { key, label, cells } of table.scrambled ? [] : refusedRows(document, table)) {
        yield {
          span: table.head,
          message: say(
            `“${brief(label)}”的行名在表中，却读不出这一行，本行不作核对`,
            `The label “${brief(label)}” stands in the table, but its row cannot be read; the row is not checked`,
          ),
          cells: cells.map((cell) => cell.key),
          table: table.spec.id,
          row: key,
        };
      }
      for (const row of table.rows) {
        if (!row || !(row.misfit === 'long' || row.misfit === 'glued' || row.misfit === 'torn')) continue;
        const due = row.spec.cells.length;
        yield {
          span: row.label,
          message: reasonOf(row, row.misfit, splitCellOf(document, table, row)),
          cells: row.spec.cells.map(({ key }) => key),
          expected: due,
          actual: row.found,
          table: table.spec.id,
          row: row.spec.key,
        };
      }
    }
  },
  fixes({ document, report }, finding) {
    const table = tableOf(report, finding.table ?? '');
    const row = table?.rows.find((one) => one?.spec.key === finding.row);
    const split = table && row && splitCellOf(document, table, row);
    return split ? [joinSplit(split)] : [];
  },
};
