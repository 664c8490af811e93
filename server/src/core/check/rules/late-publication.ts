/** A report is due by a day of the next year, which depends on the body. */

import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { datingOf, type FullDate } from '../../prose/dates.ts';
import { factsOf } from '../level.ts';

export const latePublication: Rule = {
  meta: {
    id: 'late-publication',
    severity: 'information',
    fixable: [],
    summary: say('落款或发布日期晚于法定期限', 'The report is dated after the day by which it was due'),
    basis: say(
      '《政府信息公开条例》第四十九条；国办公开办函〔2021〕30号关于发布时间的规定',
      'Article 49 of the Regulations; 国办公开办函〔2021〕30号 on the days of publication',
    ),
    since: '0.1.0',
  },
  *check({ document, report, settings }): Iterable<Draft> {
    const { reportingYear: year, title } = report;
    const facts = factsOf(report, settings);
    if (year === null || !title || !facts) return;
    const { month, day } = facts.deadline;
    // A date of a later year is that of a site which moved.
    const isLate = (date: FullDate | null): date is FullDate =>
      date !== null && date.year === year + 1 && (date.month > month || (date.month === month && date.day > day));
    const { signed, published } = datingOf(document, report);
    const late = [published, signed].find(isLate);
    if (!late) return;
    const written = `${late.year}年${late.month}月${late.day}日`;
    yield {
      span: late.span,
      message: say(
        `${late === published ? '发布日期' : '落款日期'}${written}晚于期限 ${month} 月 ${day} 日`,
        `Dated ${written}; it was due by ${month}-${day} (month-day)`,
      ),
      cells: [],
    };
  },
};
