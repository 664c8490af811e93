/** The headings of the sections have the notice’s words; a few others are met. */

import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { keyOf } from '../../text/normalise.ts';
import { headingsOf } from '../headings.ts';

export const sectionHeading: Rule = {
  meta: {
    id: 'section-heading',
    severity: 'information',
    fixable: ['safe'],
    summary: say('各部分标题的用语与格式不同', 'A section’s heading is not worded as in the form'),
    basis: say('国办公开办函〔2019〕60号、〔2021〕30号所附格式', 'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号'),
    since: '0.1.0',
  },
  *check({ document: { text }, report }): Iterable<Draft> {
    for (const { spec, words } of headingsOf(text, report)) {
      const written = text.slice(words.start, words.end);
      const key = keyOf(written);
      if (!spec.slips?.some((slip) => keyOf(slip) === key)) continue;
      yield {
        span: words,
        message: say(`标题“${written}”在格式中写作“${spec.title}”`, `The heading “${written}” is “${spec.title}” in the form`),
        cells: [],
      };
    }
  },
  fixes({ document: { text }, report }, finding) {
    const heading = headingsOf(text, report).find(({ words }) => words.start === finding.span.start);
    if (!heading) return [];
    const { spec, words } = heading;
    return [
      {
        title: say(`改为“${spec.title}”`, `Write “${spec.title}”`),
        class: 'safe',
        preferred: true,
        breaks: 0,
        edits: [{ span: words, newText: spec.title }],
      },
    ];
  },
};
