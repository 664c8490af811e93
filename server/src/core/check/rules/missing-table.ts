/** Each of the three statutory tables must be in the report. */
import { type Finding, say } from '../../finding/finding.ts';
import type { Context, Draft, Rule } from '../../finding/rule.ts';
import { unreadTables } from '../section-text.ts';

export const missingTable: Rule = {
  meta: {
    id: 'missing-table',
    severity: 'error',
    fixable: [],
    summary: say('缺少法定表格', 'A statutory table is not in the report'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号：报告格式的第二、三、四部分',
      'The notices 国办公开办函〔2019〕60号 and 〔2021〕30号: sections 2, 3 and 4 of the form',
    ),
    since: '0.1.0',
  },
  *check({ document, report }: Context): Iterable<Draft> {
    // An excerpt makes no claim to be whole; the form before 2019 is one fault of its own, not three more.
    if (!report.form || report.legacy || (report.sections.length === 0 && !report.title)) return;
    const unread = unreadTables(document, report);
    for (const table of report.form.tables) {
      if (unread.includes(table) || report.tables.some(({ spec }) => spec.id === table.id)) continue;
      const section = report.sections.find(({ id }) => id === table.section);
      const title = table.data.title;
      const place: Finding['span'] = section?.heading ?? report.title ?? { start: report.span.start, end: report.span.start };
      yield {
        span: place,
        message: say(`缺少“${title['zh-cn']}”`, `The table of ${title.en} is missing`),
        cells: [],
        table: table.id,
      };
    }
  },
};
