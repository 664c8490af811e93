/** Since the form of 2021 section 一 should not exceed a thousand characters. */

import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { proseOf } from '../../prose/paragraphs.ts';
import { countCharacters } from '../../text/characters.ts';
import { bodyOf, nameOf } from '../section-text.ts';

export const overviewTooLong: Rule = {
  meta: {
    id: 'overview-too-long',
    severity: 'information',
    fixable: [],
    summary: say('第一部分过长', 'Section 一 is too long'),
    basis: say(
      '国办公开办函〔2021〕30号：“总体情况”一般不超过1000字',
      '国办公开办函〔2021〕30号: the first section should not exceed 1,000 characters',
    ),
    since: '0.1.0',
  },
  *check({ document, report }): Iterable<Draft> {
    const specs = (report.legacy ? null : report.due)?.edition.sections ?? [];
    for (const [index, spec] of specs.entries()) {
      const at = report.sections.findIndex(({ id }) => id === spec.id);
      const section = report.sections[at];
      // Where the next heading is not found, nobody can say where the section ends.
      if (!spec.length || !section || report.sections[at + 1]?.id !== specs[index + 1]?.id) continue;
      const { most, tolerance } = spec.length;
      const { start } = bodyOf(section);
      const body = proseOf(document, report).filter((one) => one.section === spec.id && one.spanOf(0, 1).start >= start);
      const count = body.reduce((sum, { text }) => sum + countCharacters(text), 0);
      if (count <= most * (1 + tolerance)) continue;
      yield {
        span: section.heading,
        message: say(
          `“${nameOf(spec)}”有 ${count} 字，一般不超过 ${most} 字`,
          `“${nameOf(spec)}” has ${count} characters; it should not exceed ${most}`,
        ),
        cells: [],
        expected: most,
        actual: count,
      };
    }
  },
};
