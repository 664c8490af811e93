/** The six headings are numbered 一、 to 六、. */

import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { headingsOf, type WrittenHeading } from '../headings.ts';

const NUMERAL = /^第?([一二三四五六七八九十]{1,2})(?:部分)?[、.．,，:：]?$/;

/** The form’s numeral without brackets, whatever stands after it; or the number that Markdown gives a list. */
function isProper(written: string, due: string, ordinal: number): boolean {
  const plain = written.replace(/\s/g, '');
  return NUMERAL.exec(plain)?.[1] === due || plain === `${ordinal + 1}.`;
}

export const sectionNumber: Rule = {
  meta: {
    id: 'section-number',
    severity: 'information',
    fixable: ['safe'],
    summary: say('各部分标题的序号与格式不同', 'The number of a section’s heading is not the form’s'),
    basis: say('国办公开办函〔2019〕60号、〔2021〕30号所附格式', 'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号'),
    since: '0.1.0',
  },
  *check({ document: { text }, report }): Iterable<Draft> {
    const headings = headingsOf(text, report);
    // Converters lose the numbers that Word counts by itself: all of them, not some.
    const anyNumbered = headings.some(({ number }) => number !== null);
    for (const { section, spec, number, words } of headings) {
      const due = `${spec.number}、`;
      if (!number) {
        if (anyNumbered) yield { span: words, message: say(`标题缺少序号“${due}”`, `The heading lacks its number “${due}”`), cells: [] };
        continue;
      }
      const written = text.slice(number.start, number.end);
      if (isProper(written, spec.number, section.ordinal)) continue;
      yield {
        span: number,
        message: say(`标题序号“${written.trim()}”应为“${due}”`, `The number “${written.trim()}” of the heading should be “${due}”`),
        cells: [],
      };
    }
  },
  fixes({ document: { text }, report }, finding) {
    const at = ({ number, words }: WrittenHeading): boolean => (number ?? words).start === finding.span.start;
    const heading = headingsOf(text, report).find(at);
    if (!heading) return [];
    const { spec, number, words } = heading;
    const newText = `${spec.number}、`;
    return [
      {
        title: say(`序号写作“${newText}”`, `Number it “${newText}”`),
        class: 'safe',
        preferred: true,
        breaks: 0,
        edits: [{ span: number ? { start: number.start, end: words.start } : { start: words.start, end: words.start }, newText }],
      },
    ];
  },
};
