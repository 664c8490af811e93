/** Every row stands in a table once: where it stands twice, nobody knows which numbers count. */

import { say } from '../../finding/finding.ts';
import { brief } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { carriesGroup, rowExtent, standsAlone } from '../../fix/row-extent.ts';
import { LAYOUTS } from '../../layout/layouts.ts';
import { type BoundRow, tableOf } from '../../report/report.ts';

/** The same numbers, remarks and blanks; of two cells that hold no number nobody knows whether they say the same. */
const saysTheSame = (a: BoundRow, b: BoundRow): boolean =>
  a.cells.every(({ value, remark, state }, index) => {
    const other = b.cells[index];
    return value === other?.value && remark === other.remark && (value !== null || (state === 'blank' && other.state === 'blank'));
  });

export const duplicateRow: Rule = {
  meta: {
    id: 'duplicate-row',
    severity: 'error',
    fixable: ['manual'],
    summary: say('同一行出现两次', 'A row stands in the table twice'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号所附格式：每行一次',
      'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号: each row once',
    ),
    since: '0.1.0',
  },
  *check({ report }): Iterable<Draft> {
    for (const table of report.tables) {
      for (const row of table.duplicates) {
        const first = table.rows[row.spec.index];
        if (!first) continue;
        const label = brief(row.spec.label);
        yield {
          span: row.label,
          message: saysTheSame(first, row)
            ? say(`“${label}”一行重复，数字相同`, `The row “${label}” stands here again with the same numbers`)
            : say(
                `“${label}”一行重复，数字不同；核对时以前一处为准`,
                `The row “${label}” stands here again with other numbers; the first one is checked`,
              ),
          cells: row.spec.cells.map(({ key }) => key),
          related: [{ span: first.label, message: say('前一处', 'the first one') }],
          table: table.spec.id,
          row: row.spec.key,
        };
      }
    }
  },
  fixes({ document: { text }, report }, finding) {
    const table = tableOf(report, finding.table ?? '');
    const row = table?.duplicates.find(({ label }) => label.start === finding.span.start);
    const first = row && table?.rows[row.spec.index];
    if (!row || !first || !saysTheSame(first, row) || !standsAlone(text, row) || carriesGroup(text, row)) return [];
    if (LAYOUTS[row.layout].rowSpans && row.spec.groups.length > 0) return [];
    return [
      {
        title: say('删除重复的这一行', 'Delete this row'),
        class: 'manual',
        preferred: false,
        breaks: 0,
        edits: [{ span: rowExtent(text, row), newText: '' }],
      },
    ];
  },
};
