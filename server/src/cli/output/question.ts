/** A question of `fix --interactive` as it is put, and what the answer means. */
import { type Language, positionAt, rangeOf } from '../../core/index.ts';
import type { Answer, Question } from '../commands/ask.ts';
import { drawExcerpt, excerptOf } from '../formatters/parts/excerpt.ts';
import type { Paint } from '../formatters/parts/paint.ts';
import { SEVERITIES } from '../formatters/parts/severities.ts';
import { printable } from '../formatters/parts/terminal-width.ts';

export function describeQuestion(path: string, { document, finding, fixes, refused }: Question, language: Language, paint: Paint): string {
  const tell = (zh: string, en: string): string => (language === 'en' ? en : zh);
  if (refused)
    return `  ${paint('yellow', tell('照此修正，错误会增多，未作改动：', 'not made, since the report would have more errors: '))}${printable(refused.title[language])}\n`;
  const { line, character } = positionAt(document.lines, finding.span.start);
  const { name, style } = SEVERITIES[finding.severity];
  const head = `${printable(path)}:${line + 1}:${character + 1}  ${paint(style, name[language])}  ${printable(finding.message[language])}`;
  const preferred = paint('green', tell('（首选）', ' (preferred)'));
  const list = fixes.map((fix, index) => `  ${index + 1}) ${printable(fix.title[language])}${fix.preferred ? preferred : ''}\n`);
  const excerpt = drawExcerpt(excerptOf(document.lines, rangeOf(document.lines, finding.span)), paint, style, '  ');
  return `\n${head}  ${paint('dim', finding.rule)}\n${excerpt}${list.join('')}`;
}

export function promptOf({ fixes }: Question, language: Language): string {
  const numbers = fixes.length === 1 ? '1' : `1–${fixes.length}`;
  return language === 'en'
    ? `Correct with ${numbers}, Enter to skip, a: the preferred ones of all the rest, q: stop > `
    : `请选 ${numbers}；回车跳过；a 其余全部按首选修正；q 结束 > `;
}

/** `null` for what is no answer. The end of the input stops, and nothing but a number or `a` ever changes a number. */
export function answerOf(line: string | null, { fixes }: Question): Answer | null {
  const word = line?.normalize('NFKC').trim().toLowerCase();
  if (word === undefined || word === 'q') return { kind: 'stop' };
  if (word === '') return { kind: 'skip' };
  if (word === 'a') return { kind: 'rest' };
  const fix = /^[1-9]\d*$/.test(word) ? fixes[Number(word) - 1] : undefined;
  return fix ? { kind: 'fix', fix } : null;
}
