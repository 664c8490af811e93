/** A unit or a remark after a number: the form has the unit in its header and no room for remarks. */

import { say } from '../../finding/finding.ts';
import { cellName } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import type { BoundCell } from '../../report/report.ts';
import { isSpace } from '../../text/normalise.ts';
import type { Span } from '../../text/span.ts';

/** The number and its remark, or the number alone where markup stands between. */
function placeOf(text: string, { span, remark }: BoundCell): Span {
  let at = span.end;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return text.startsWith(remark, at) ? { start: span.start, end: at + remark.length } : span;
}

export const unitInCell: Rule = {
  meta: {
    id: 'unit-in-cell',
    severity: 'information',
    fixable: [],
    summary: say('数字后带有单位或备注', 'A unit or a remark stands behind a number'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号所附格式：单元格填数字，单位由表头规定',
      'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号: a cell holds a number, its unit is the header’s',
    ),
    since: '0.1.0',
  },
  *check({ document, report }): Iterable<Draft> {
    for (const table of report.tables) {
      for (const cell of table.cells) {
        if (cell?.state !== 'number' || cell.remark === '' || cell.spec.unit === 'in-cell') continue;
        const name = cellName(cell.spec);
        yield {
          span: placeOf(document.text, cell),
          message: say(
            `${name}：读作 ${cell.value}，其后的“${cell.remark}”未计入`,
            `${name}: read as ${cell.value}; “${cell.remark}” behind it is left out`,
          ),
          cells: [cell.spec.key],
          table: table.spec.id,
        };
      }
    }
  },
};
