/** What cannot be read is said to be unreadable: a row with more cells than the form has columns. */
import { say } from '../finding.ts';
import { brief } from '../names.ts';
import type { Draft, Rule } from '../rule.ts';

export const unreadableTable: Rule = {
  meta: {
    id: 'unreadable-table',
    severity: 'warning',
    fixable: [],
    summary: say('表格行无法可靠读取', 'A row cannot be read with certainty'),
    basis: say('国办公开办函〔2019〕60号、〔2021〕30号所附格式', 'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号'),
    since: '0.1.0',
  },
  *check({ report }): Iterable<Draft> {
    for (const table of report.tables) {
      for (const line of table.lines) {
        if (line?.misfit !== 'long') continue;
        const due = line.spec.cells.length;
        const label = brief(line.spec.label);
        yield {
          span: line.label,
          message: say(
            `“${label}”应有 ${due} 格，却找到 ${line.found} 格，无法判断各格属于哪一列，本行不作核对`,
            `“${label}” has ${line.found} cells where ${due} are due; which belongs to which column cannot be told, so the row is not checked`,
          ),
          cells: line.spec.cells.map(({ key }) => key),
          expected: due,
          actual: line.found,
          table: table.spec.id,
          row: line.spec.key,
        };
      }
    }
  },
};
