/** The headings of the sections have the notice’s words, and stand once; others are known by their words or their place. */

import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import type { Report } from '../../report/report.ts';
import { isAlike } from '../../report/sections.ts';
import { memo } from '../../text/memo.ts';
import { keyOf, trim } from '../../text/normalise.ts';
import { headingsOf } from '../headings.ts';
import type { SectionSpec } from '../section-text.ts';

const slipsOf = memo(({ slips }: SectionSpec): ReadonlySet<string> => new Set(slips?.map(keyOf)));

const isSlip = (spec: SectionSpec, written: string): boolean => slipsOf(spec).has(keyOf(written));

/** A heading that stands once more; where most of them do, one of them is a list of contents. */
function* repeated(text: string, { sections }: Report): Generator<Draft> {
  const twice = sections.filter(({ repeats }) => repeats.length > 0);
  if (twice.length * 2 > sections.length) return;
  for (const { heading, repeats } of twice) {
    for (const span of repeats) {
      const written = trim(text, span.start, span.end);
      yield {
        span: written,
        message: say(
          `标题“${text.slice(written.start, written.end)}”不止一处`,
          `The heading “${text.slice(written.start, written.end)}” stands more than once`,
        ),
        cells: [],
        related: [{ span: heading, message: say('该部分的内容在这里', 'The section’s text stands here') }],
      };
    }
  }
}

export const sectionHeading: Rule = {
  meta: {
    id: 'section-heading',
    severity: 'information',
    fixable: ['safe', 'manual'],
    summary: say('各部分标题的用语与格式不同', 'A section’s heading is not worded as in the form'),
    basis: say('国办公开办函〔2019〕60号、〔2021〕30号所附格式', 'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号'),
    since: '0.1.0',
  },
  *check({ document: { text }, report }): Iterable<Draft> {
    for (const { section, spec, words } of headingsOf(text, report)) {
      const written = text.slice(words.start, words.end);
      if (!section.claimed && !isSlip(spec, written)) continue;
      yield {
        span: words,
        message: say(`标题“${written}”在格式中写作“${spec.title}”`, `The heading “${written}” is “${spec.title}” in the form`),
        cells: [],
      };
    }
    yield* repeated(text, report);
  },
  fixes({ document: { text }, report }, finding) {
    const heading = headingsOf(text, report).find(({ words }) => words.start === finding.span.start);
    if (!heading || finding.related.length > 0) return [];
    const { section, spec, words } = heading;
    const certain = !section.claimed || isAlike(text.slice(words.start, words.end), spec.title);
    return [
      {
        title: say(`改为“${spec.title}”`, `Write “${spec.title}”`),
        // What is known by its place alone is for a person to judge.
        class: certain ? 'safe' : 'manual',
        preferred: certain,
        breaks: 0,
        edits: [{ span: words, newText: spec.title }],
      },
    ];
  },
};
