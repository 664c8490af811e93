/** Two marks where one is due: ，， or 、，. */

import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { shownText } from '../../prose/shown-text.ts';

/** Three and more of them, as in 。。。, are an ellipsis or a line. */
const DOUBLED = /(?<![，、。；：])[，、。；：]{2}(?![，、。；：…])/g;
/** The stronger mark stays. */
const RANK = '、，：；。';

const kept = (marks: string): string => [...marks].sort((a, b) => RANK.indexOf(b) - RANK.indexOf(a))[0] ?? '';

export const doubledPunctuation: Rule = {
  meta: {
    id: 'doubled-punctuation',
    severity: 'hint',
    fixable: ['safe'],
    summary: say('标点重复', 'Two punctuation marks where one is due'),
    basis: say('GB/T 15834—2011《标点符号用法》', 'GB/T 15834—2011, General rules for punctuation'),
    since: '0.2.0',
  },
  *check({ document, report }): Iterable<Draft> {
    for (const { text, spanOf } of shownText(document, report))
      for (const { index, 0: marks } of text.matchAll(DOUBLED))
        yield {
          span: spanOf(index, index + marks.length),
          message: say(`标点重复：“${marks}”，宜留“${kept(marks)}”`, `Two marks: “${marks}”; “${kept(marks)}” is enough`),
          cells: [],
        };
  },
  fixes({ document: { text } }, { span }) {
    const marks = text.slice(span.start, span.end);
    if (marks.length !== 2) return [];
    const mark = kept(marks);
    return [
      {
        title: say(`将“${marks}”改为“${mark}”`, `Change “${marks}” to “${mark}”`),
        class: 'safe',
        preferred: true,
        breaks: 0,
        edits: [{ span, newText: mark }],
      },
    ];
  },
};
