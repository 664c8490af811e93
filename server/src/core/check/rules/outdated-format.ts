/** The tables follow a form that was replaced before the reporting year. */

import { say } from '../../finding/finding.ts';
import { isOlder, nameOf, placeOf, relatedWords, tablesOf } from '../../finding/form-names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { migrateTables } from '../../fix/migrate.ts';

export const outdatedFormat: Rule = {
  meta: {
    id: 'outdated-format',
    severity: 'error',
    fixable: ['manual'],
    summary: say('使用了已停用的旧版表格', 'The tables follow a form that was replaced before the reporting year'),
    basis: say(
      '国办公开办函〔2021〕30号：2021年度起使用新格式；2019、2020年度为国办公开办函〔2019〕60号',
      '国办公开办函〔2021〕30号 applies from reporting year 2021, 国办公开办函〔2019〕60号 to 2019 and 2020',
    ),
    since: '0.1.0',
  },
  *check({ report }): Iterable<Draft> {
    const { due, reportingYear, legacy } = report;
    if (!due || reportingYear === null) return;
    const tables = tablesOf(report, isOlder);
    const [table] = tables;
    const form = table?.form ?? (legacy && isOlder(legacy.form, due) ? legacy.form : null);
    const span = table ? placeOf(table) : legacy?.spans[0];
    if (!form || !span) return;
    const [used, right] = [nameOf(form), nameOf(due)];
    yield {
      span: { start: span.start, end: span.end },
      message: say(
        `${reportingYear}年度报告使用了旧版表格：${used.zh}，应为${right.zh}`,
        `The report for ${reportingYear} uses ${used.en}; ${right.en} is due`,
      ),
      cells: [],
      related: relatedWords(tables),
      ...(table ? { table: table.spec.id } : {}),
    };
  },
  fixes({ document, report }) {
    const fix = migrateTables(document, report, tablesOf(report, isOlder));
    return fix ? [fix] : [];
  },
};
