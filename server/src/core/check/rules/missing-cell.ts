/** A6: every cell of a row must be in the text; a row that is too short is not summed. */
import { say } from '../../finding/finding.ts';
import { brief, listCells } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';

export const missingCell: Rule = {
  meta: {
    id: 'missing-cell',
    severity: 'error',
    fixable: [],
    summary: say('表格行缺单元格', 'A row has fewer cells than the form'),
    basis: say('国办公开办函〔2019〕60号、〔2021〕30号所附格式', 'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号'),
    since: '0.1.0',
  },
  *check({ report }): Iterable<Draft> {
    for (const table of report.tables) {
      for (const line of table.rows) {
        if (!line) continue;
        const { label, length } = { label: brief(line.spec.label), length: line.spec.cells.length };
        const missing = line.cells.filter(({ state }) => state === 'missing');
        const lost = line.misfit === 'short';
        if (missing.length === 0 && !lost) continue;
        const names = {
          zh: listCells(
            missing.map(({ spec }) => spec),
            'zh-cn',
          ),
          en: listCells(
            missing.map(({ spec }) => spec),
            'en',
          ),
        };
        yield {
          span: line.label,
          message: lost
            ? say(
                `“${label}”应有 ${length} 格，只找到 ${line.found} 格，无法判断缺哪一格，本行不作核对`,
                `“${label}” has ${line.found} of ${length} cells; which one is missing cannot be told, so the row is not checked`,
              )
            : say(`“${label}”缺少单元格：${names.zh}`, `“${label}” lacks cells: ${names.en}`),
          cells: (lost ? line.cells : missing).map(({ spec }) => spec.key),
          expected: length,
          actual: line.found,
          table: table.spec.id,
          row: line.spec.key,
        };
      }
    }
  },
};
