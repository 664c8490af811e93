/** Since the form of 2021 the last section must say whether fees for information were taken. */

import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import type { Span } from '../../text/span.ts';
import { LEAST_SECTIONS, wordsOf } from '../section-text.ts';

export const feeStatementMissing: Rule = {
  meta: {
    id: 'fee-statement-missing',
    severity: 'warning',
    fixable: [],
    summary: say('第六部分没有报告收取信息处理费的情况', 'Section 六 does not report on fees for processing information'),
    basis: say(
      '国办公开办函〔2021〕30号：“其他需要报告的事项”应报告收取信息处理费情况',
      '国办公开办函〔2021〕30号: the last section is to report on 信息处理费 (fees for processing information)',
    ),
    since: '0.1.0',
  },
  *check({ document: { text }, report }): Iterable<Draft> {
    const { sections, due, span } = report;
    for (const { id, statement } of due?.edition.sections ?? []) {
      const section = sections.find((one) => one.id === id);
      if (!statement || !section || sections.length < LEAST_SECTIONS) continue;
      const says = (place: Span, words: readonly string[]): boolean => {
        const within = (written: string): boolean => words.some((word) => written.includes(word));
        return within(text.slice(place.start, place.end)) || within(wordsOf(text, place));
      };
      if (says(section.span, statement.here) || says(span, statement.anywhere)) continue;
      yield {
        span: section.heading,
        message: say(
          '没有报告收取信息处理费的情况（没有收取的，也应写明）',
          'Nothing is said of 信息处理费 (fees for processing information); that none were taken must be said, too',
        ),
        cells: [],
      };
    }
  },
};
