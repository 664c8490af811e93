/** Since the form of 2021 section 五 names the problems of the year, and what is done about them. */

import { type Localized, say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { shownIn } from '../../layout/paragraph.ts';
import { type Named, namedIn } from '../../prose/problems.ts';
import type { Report } from '../../report/report.ts';
import { isInk } from '../../text/normalise.ts';
import type { Span } from '../../text/span.ts';
import { simplified } from '../../text/traditional.ts';
import { isPlaceholderOnly } from '../placeholders.ts';
import { bodyOf, LEAST_SECTIONS, nameOf, PICTURE, proseIn, type SectionSpec, visible } from '../section-text.ts';

/** What is shorter names nothing. */
const SHORTEST = 10;
/** A text as long as this says something of both, in words that are not known. */
const MOST_EMPTY = 60;
/** A table or a paper of its own says it. */
const ELSEWHERE = /下表|附表|附件|见表/;

/** What the section says in paragraphs, or in lines: markup may stand within a word, and a list of its own is no prose. */
function saidIn(text: string, report: Report, body: Span, written: string): Named {
  const paragraphs = proseIn(report, body).map((one) => shownIn(text, one));
  const one = namedIn(simplified(paragraphs.join('\n')));
  if (one.problems && one.improvements) return one;
  const other = namedIn(simplified(written));
  return {
    problems: one.problems || other.problems,
    improvements: one.improvements || other.improvements,
    loose: () => one.loose() || other.loose(),
    length: Math.max(one.length, other.length),
  };
}

const messageFor = (spec: SectionSpec, { problems, improvements }: Pick<Named, 'problems' | 'improvements'>): Localized => {
  const name = nameOf(spec);
  if (problems && improvements) return say(`“${name}”过于简短`, `“${name}” says next to nothing`);
  if (problems) return say(`“${name}”没有写改进情况`, `“${name}” does not say what is done about the problems`);
  if (improvements) return say(`“${name}”没有写存在的问题`, `“${name}” names no problem`);
  return say(`“${name}”既没有写存在的问题，也没有写改进情况`, `“${name}” names neither problems nor what is done about them`);
};

export const problemsMissing: Rule = {
  meta: {
    id: 'problems-missing',
    severity: 'warning',
    weakened: 'information',
    fixable: [],
    summary: say('第五部分没有写存在的问题或改进情况', 'Section 五 names no problem, or not what is done about it'),
    basis: say(
      '国办公开办函〔2021〕30号：“存在的主要问题及改进情况”报告存在的主要问题及其改进情况',
      '国办公开办函〔2021〕30号: this section reports the main problems, and how they are being solved',
    ),
    since: '0.2.0',
  },
  *check({ document: { text }, report }): Iterable<Draft> {
    const { sections, due } = report;
    if (report.legacy || !due || sections.length < LEAST_SECTIONS) return;
    for (const spec of due.edition.sections) {
      const section = spec.problems && sections.find(({ id }) => id === spec.id);
      // The text of the last heading may go on elsewhere.
      if (!section || section === sections.at(-1)) continue;
      const body = bodyOf(section);
      const written = visible(text, body);
      // empty-section speaks of these.
      if (!isInk(written) || isPlaceholderOnly(written.replace(/\s/g, ''), due.edition)) continue;
      if (PICTURE.test(text.slice(body.start, body.end)) || ELSEWHERE.test(written)) continue;
      const named = saidIn(text, report, body, written);
      const { problems, improvements, loose, length } = named;
      if (problems && improvements && length >= SHORTEST) continue;
      // A few words may name one of both; where there are many, of which none is known, nothing is certain.
      const isEmpty = !improvements && !problems && (length < SHORTEST || (length < MOST_EMPTY && !loose()));
      yield {
        span: section.heading,
        ...(isEmpty ? {} : { severity: 'information' }),
        message: messageFor(spec, named),
        cells: [],
      };
    }
  },
};
