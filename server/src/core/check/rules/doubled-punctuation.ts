/** Two marks where one is due: ，， or 、，. */

import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { foundIn } from '../../prose/shown-text.ts';
import type { Span } from '../../text/span.ts';

/** Three and more of them, as in 。。。, are an ellipsis or a line. */
const DOUBLED = /(?<![，、。；：])[，、。；：]{2}(?![，、。；：…])/g;
/** The stronger mark stays. */
const RANK = '、，：；。';

const kept = (marks: string): string => [...marks].sort((a, b) => RANK.indexOf(b) - RANK.indexOf(a))[0] ?? '';

const doubledIn = (text: string): Span[] =>
  [...text.matchAll(DOUBLED)].map(({ index: start, 0: { length } }) => ({ start, end: start + length }));

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
    for (const span of foundIn(document, report, /[，、。；：]{2}/, doubledIn)) {
      const marks = document.text.slice(span.start, span.end);
      yield {
        span,
        message: say(`标点重复：“${marks}”，宜留“${kept(marks)}”`, `Two marks: “${marks}”; “${kept(marks)}” is enough`),
        cells: [],
      };
    }
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
