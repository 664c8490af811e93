/** A5: counts are whole numbers that are not negative; only amounts take decimals, only changes a sign. */

import { blanksOf } from '../../diagnosis/blanks.ts';
import { type Localized, say } from '../../finding/finding.ts';
import { cellName } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { writeCells } from '../../fix/write-cell.ts';
import { type BoundCell, tableOf } from '../../report/report.ts';

function messageFor(cell: BoundCell, written: string): Localized {
  const name = cellName(cell.spec);
  if (cell.value === null) return say(`${name}：“${written}”不是数字`, `${name}: “${written}” is not a number`);
  if (cell.value < 0) return say(`${name}：${cell.value} 是负数`, `${name}: ${cell.value} is negative`);
  return say(`${name}：${cell.value} 不是整数`, `${name}: ${cell.value} is not a whole number`);
}

export const invalidNumber: Rule = {
  meta: {
    id: 'invalid-number',
    severity: 'error',
    fixable: ['manual'],
    summary: say('单元格中不是合法数字', 'A cell holds no valid number'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号所附格式：件数为非负整数；金额可有小数，“本年增/减”可有正负号',
      'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号: counts are whole and not negative; amounts may have decimals, 本年增/减 a sign',
    ),
    since: '0.1.0',
  },
  *check({ document, report }): Iterable<Draft> {
    for (const table of report.tables) {
      for (const cell of table.cells) {
        if (cell?.state !== 'invalid') continue;
        const written = document.text.slice(cell.span.start, Math.min(cell.span.end, cell.span.start + 20)).trim();
        yield { span: cell.span, message: messageFor(cell, written), cells: [cell.spec.key], table: table.spec.id };
      }
    }
  },
  /** What stands there may say more than a number, so writing over it is never preferred. */
  fixes({ report }, finding) {
    const table = tableOf(report, finding.table ?? '');
    const cell = table?.cells.find((one) => one?.spec.key === finding.cells[0]);
    const value = table && cell && blanksOf(table).get(cell.spec.index);
    if (!cell || value === undefined) return [];
    return [
      {
        title: say(
          `改为由勾稽关系确定的值：${cellName(cell.spec)} = ${value}`,
          `Write what the sums determine: ${cellName(cell.spec)} = ${value}`,
        ),
        class: 'manual',
        preferred: false,
        breaks: 0,
        ...writeCells([[cell, value]]),
      },
    ];
  },
};
