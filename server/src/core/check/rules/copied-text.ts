/** A section that is to be written anew each year is nearly last year's. */
import { type Related, say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { annually } from '../../library/digest.ts';
import { copiedFrom } from '../../library/shingles.ts';
import { yearOf } from '../last-year.ts';

const MOST_PASSAGES = 5;

export const copiedText: Rule = {
  meta: {
    id: 'copied-text',
    severity: 'information',
    fixable: [],
    summary: say('文字与上年年报大部分相同', 'The text is nearly last year’s'),
    basis: say(
      '国办公开办函〔2021〕30号：“存在的主要问题及改进情况”应当针对本年度，不得与上年雷同',
      'The notice 国办公开办函〔2021〕30号: problems and improvements are those of the year, not last year’s again',
    ),
    since: '0.1.0',
  },
  *check({ document: { text }, report, siblings: { previous } }): Iterable<Draft> {
    if (!previous) return;
    for (const { id, heading, span } of report.sections) {
      const most = annually(report, id);
      const last = previous.texts.find(({ section }) => section === id);
      if (!most || !last || last.length < most.length) continue;
      const { share, length, passages } = copiedFrom(text, { start: heading.end, end: span.end }, last);
      if (length < most.length || share < most.share) continue;
      const percent = Math.round(share * 100);
      const year = yearOf(previous);
      const longest = passages.toSorted((a, b) => b.end - b.start - (a.end - a.start)).slice(0, MOST_PASSAGES);
      const here = longest.toSorted((a, b) => a.start - b.start);
      yield {
        span: heading,
        message: say(
          `这一部分有 ${percent}% 与 ${year['zh-cn']}年报相同`,
          `${percent} % of this section is that of the report for ${year.en}`,
        ),
        cells: [],
        related: [
          { path: previous.path, range: last.heading, message: say(`${year['zh-cn']}的这一部分`, `the section for ${year.en}`) },
          ...here.map((passage): Related => ({ span: passage, message: say('与上年相同的文字', 'the same text as last year') })),
        ],
      };
    }
  },
};
