/** A name of a member, or a pattern for several, for which no report is there: what is added up may be not all. */
import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';

export const missingMember: Rule = {
  meta: {
    id: 'missing-member',
    severity: 'information',
    fixable: [],
    summary: say('汇总年报的成员没有年报', 'A member of an aggregate report has no report'),
    basis: say(
      '《政府信息公开条例》第四十九条：县级以上地方人民政府公布本级政府的年度报告',
      'Regulations on Open Government Information, article 49: local governments from the county upward report for the whole of their level',
    ),
    since: '0.1.0',
  },
  *check({ report, siblings: { members } }): Iterable<Draft> {
    // What is no name at all is said in the configuration.
    for (const absent of members?.absent.filter((one) => one !== '') ?? []) {
      const name = absent
        .split('/')
        .slice(-2)
        .join('/')
        .replace(/^\*\*\//, '');
      yield {
        span: report.title ?? { start: report.span.start, end: report.span.start },
        message: say(
          `所校核的文件中没有成员“${name}”${report.reportingYear} 年度的年报，汇总时未计入`,
          `Among the files checked is no report of the member “${name}” for ${report.reportingYear}; it is not added up`,
        ),
        cells: [],
      };
    }
  },
};
