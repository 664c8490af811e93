/** What a hover tells, as Markdown. */
import { type Hover, MarkupKind } from 'vscode-languageserver';
import { type Equation, type Explanation, explain, type Language, NO_SIBLINGS, rangeOf, targetAt } from '../../core/index.ts';
import type { Analysis } from '../diagnose/documents.ts';

const TEXTS: Readonly<Record<Language, { readonly relations: string; readonly lastYear: (year: number | null) => string }>> = {
  'zh-cn': { relations: '勾稽关系', lastYear: (year) => (year === null ? '上年' : `上年（${year}）`) },
  en: { relations: 'Relations', lastYear: (year) => (year === null ? 'Last year' : `Last year (${year})`) },
};

/** Nothing that stands in a report is taken for markup. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!|<>&~]/g, '\\$&');

const equationLine = ({ text }: Equation): string => `- ${escaped(text)}`;

function markdownOf({ title, value, notes, equations, lastYear }: Explanation, language: Language): string {
  const { relations, lastYear: nameOfYear } = TEXTS[language];
  const lines = [`**${escaped(title[language])}**${value ? `: ${escaped(value[language])}` : ''}`];
  if (notes.length > 0) lines.push(notes.map((note) => escaped(note[language])).join('  \n'));
  if (equations.length > 0) lines.push([`${relations}:`, ...equations.map(equationLine)].join('\n'));
  if (lastYear) {
    const { start } = lastYear.range;
    // In pointed brackets, for clients whose addresses have spaces or parentheses.
    const place = `<${lastYear.path}#L${start.line + 1},${start.character + 1}>`;
    lines.push(`${nameOfYear(lastYear.year)}: [${lastYear.value}](${place})`);
  }
  return lines.join('\n\n');
}

export function hoverAt({ document, siblings }: Analysis, offset: number, language: Language): Hover | null {
  const target = targetAt(document, offset);
  const explanation = target && explain(target, siblings[document.reports.indexOf(target.report)] ?? NO_SIBLINGS);
  if (!explanation) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: markdownOf(explanation, language) },
    range: rangeOf(document.lines, explanation.span),
  };
}
