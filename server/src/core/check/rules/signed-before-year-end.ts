/** A report on a year cannot be signed before the year is over. */

import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { datingOf, type FullDate } from '../../prose/dates.ts';
import type { Report } from '../../report/report.ts';

const isBeforeEnd = ({ year, month, day }: FullDate, { reportingYear, title }: Report): boolean =>
  title !== null && reportingYear !== null && (year < reportingYear || (year === reportingYear && !(month === 12 && day === 31)));

export const signedBeforeYearEnd: Rule = {
  meta: {
    id: 'signed-before-year-end',
    severity: 'warning',
    fixable: ['manual'],
    summary: say('落款或发布日期早于报告年度终了', 'The report is dated before its year was over'),
    basis: say(
      '《政府信息公开条例》第四十九条：公布上一年度的年度报告',
      'Article 49 of the Regulations: the report is that of the past year',
    ),
    since: '0.1.0',
  },
  *check({ document, report }): Iterable<Draft> {
    const { signed, published } = datingOf(document, report);
    const date = [signed, published].find((one) => one && isBeforeEnd(one, report));
    if (!date) return;
    const written = `${date.year}年${date.month}月${date.day}日`;
    yield {
      span: date.span,
      message: say(
        `${date === signed ? '落款日期' : '发布日期'}${written}早于 ${report.reportingYear} 年终了`,
        `Dated ${written}, before the year ${report.reportingYear} was over`,
      ),
      cells: [],
      ...(report.title
        ? { related: [{ span: report.title, message: say(`标题为 ${report.reportingYear} 年`, `The title says ${report.reportingYear}`) }] }
        : {}),
    };
  },
  fixes({ document: { text }, report: { reportingYear } }, { span }) {
    // In January the old year is easily written by habit.
    const written = text.slice(span.start, span.end);
    if (reportingYear === null || !written.startsWith(String(reportingYear))) return [];
    const next = String(reportingYear + 1);
    return [
      {
        title: say(`年份改为 ${next}`, `Change the year to ${next}`),
        class: 'manual',
        preferred: false,
        breaks: 0,
        edits: [{ span: { start: span.start, end: span.start + 4 }, newText: next }],
      },
    ];
  },
};
