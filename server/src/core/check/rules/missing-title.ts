/** A report names its unit and year in its title; without one nobody can tell whose numbers these are. */
import { type Localized, say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { LEAST_SECTIONS } from '../section-text.ts';

/** What the text does not say anywhere; `null` where it says all. */
function unknownOf(unit: string | null, year: number | null): Localized | null {
  if (unit === null && year === null) return say('哪个单位、哪一年', 'whose report it is, and of which year');
  if (unit === null) return say('哪个单位', 'whose report it is');
  return year === null ? say('哪一年', 'of which year it is') : null;
}

export const missingTitle: Rule = {
  meta: {
    id: 'missing-title',
    severity: 'information',
    fixable: [],
    summary: say('没有年报标题', 'The report has no title'),
    basis: say(
      '《政府信息公开条例》第四十九条、第五十条；国办公开办函〔2021〕30号',
      'Articles 49 and 50 of the Regulations on open government information; 国办公开办函〔2021〕30号',
    ),
    since: '0.1.0',
  },
  *check({ report }): Iterable<Draft> {
    const { title, unit, reportingYear: year, sections } = report;
    const [first] = sections;
    const unknown = unknownOf(unit, year);
    // A sentence that presents the report may say both.
    if (title || !unknown || !first || sections.length < LEAST_SECTIONS) return;
    yield {
      span: first.heading,
      message: say(
        `没有找到标题（……年政府信息公开工作年度报告），无法知道是${unknown['zh-cn']}的年报`,
        `No title was found (…年政府信息公开工作年度报告), so nobody can tell ${unknown.en}`,
      ),
      cells: [],
    };
  },
};
