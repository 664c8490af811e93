/** The tables follow a form that came into force after the reporting year. */

import { say } from '../../finding/finding.ts';
import { isNewer, nameOf, placeOf, relatedWords, tablesOf } from '../../finding/form-names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { migrateTables } from '../../fix/migrate.ts';

export const prematureFormat: Rule = {
  meta: {
    id: 'premature-format',
    severity: 'warning',
    fixable: ['manual'],
    summary: say('使用了当年尚未施行的新版表格', 'The tables follow a form that came after the reporting year'),
    basis: say('国办公开办函〔2021〕30号：2021年度起使用新格式', '国办公开办函〔2021〕30号 applies from reporting year 2021'),
    since: '0.1.0',
  },
  *check({ report }): Iterable<Draft> {
    const { due, reportingYear } = report;
    const tables = tablesOf(report, isNewer);
    const [table] = tables;
    if (!due || !table || reportingYear === null) return;
    const [used, right] = [nameOf(table.form), nameOf(due)];
    yield {
      span: placeOf(table),
      message: say(
        `${reportingYear}年度报告使用了当年尚未施行的表格：${used.zh}，当年应为${right.zh}`,
        `The report for ${reportingYear} uses ${used.en}; ${right.en} was in force`,
      ),
      cells: [],
      related: relatedWords(tables),
      table: table.spec.id,
    };
  },
  fixes({ document, report }) {
    const fix = migrateTables(document, report, tablesOf(report, isNewer));
    return fix ? [fix] : [];
  },
};
