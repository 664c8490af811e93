/** Since the form of 2021 section 一 speaks of five aspects of the year’s work. */

import { type Localized, say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { isInk } from '../../text/normalise.ts';
import { isPlaceholderOnly } from '../placeholders.ts';
import { bodyOf, nameOf, wordsOf } from '../section-text.ts';

const WIDEST_GAP = 20;

/** `受理…申请`: the second within some characters of the first, and of its sentence. */
function speaksOf(written: string, word: string): boolean {
  const [first = '', second] = word.split('…');
  if (second === undefined) return written.includes(first);
  for (let at = written.indexOf(first); at >= 0; at = written.indexOf(first, at + 1)) {
    const behind = written.slice(at + first.length, at + first.length + WIDEST_GAP + second.length);
    if (behind.split('。')[0]?.includes(second)) return true;
  }
  return false;
}

const joined = (names: readonly Localized[]): Localized =>
  say(names.map((name) => name['zh-cn']).join('、'), names.map((name) => name.en).join(', '));

export const overviewAspects: Rule = {
  meta: {
    id: 'overview-aspects',
    severity: 'information',
    fixable: [],
    summary: say('第一部分没有写到应写的某个方面', 'Section 一 leaves out an aspect'),
    basis: say(
      '国办公开办函〔2021〕30号：“总体情况”包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面',
      '国办公开办函〔2021〕30号: the first section covers 主动公开, 依申请公开, 政府信息管理, 政府信息公开平台建设 and 监督保障',
    ),
    since: '0.1.0',
  },
  *check({ document: { text }, report }): Iterable<Draft> {
    const edition = report.legacy ? undefined : report.due?.edition;
    for (const spec of edition?.sections ?? []) {
      const section = report.sections.find(({ id }) => id === spec.id);
      // The text of the last heading may go on elsewhere.
      if (!edition || !spec.aspects || !section || section === report.sections.at(-1)) continue;
      const written = wordsOf(text, bodyOf(section));
      if (!isInk(written) || isPlaceholderOnly(written, edition)) continue;
      const absent = spec.aspects.filter(({ words }) => !words.some((word) => speaksOf(written, word)));
      if (absent.length === 0) continue;
      const names = joined(absent.map(({ name }) => name));
      yield {
        span: section.heading,
        message: say(`“${nameOf(spec)}”没有写到：${names['zh-cn']}`, `“${nameOf(spec)}” does not speak of: ${names.en}`),
        cells: [],
      };
    }
  },
};
