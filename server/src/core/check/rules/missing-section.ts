/** Each of the statutory sections must be in the report. */

import { type Finding, say } from '../../finding/finding.ts';
import type { Context, Draft, Rule } from '../../finding/rule.ts';
import type { Paragraph } from '../../layout/paragraph.ts';
import type { BoundTable, Report, Section } from '../../report/report.ts';
import { isAlike } from '../../report/sections.ts';
import { isInk, keyOf } from '../../text/normalise.ts';
import type { Span } from '../../text/span.ts';
import { bodyOf, editionOf, LEAST_SECTIONS, nameOf, proseIn, runningWords, type SectionSpec, visible } from '../section-text.ts';

const NUMERALS = '一二三四五六七八九十';
// Bounded: what stands before a heading is short.
const HAN_NUMBER = /^[\s#*_>\\]{0,12}第?([一二三四五六七八九十])(?:部分)?\s{0,4}[、.．,，:：\s]/;
const OTHER_NUMBER = /^[\s#*_>\\]{0,12}(?:[（(]([一二三四五六七八九十])[)）]|([\d０-９]{1,2})\s{0,4}[、.．])/;
const ENDS_SENTENCE = /[。；！？，]\s*$/;
const LONGEST_HEADING = 40;
/** Shorter ones (概述) are words of any text. */
const LONG = 8;
const SEVERAL = 2;
/** A page of several. */
const GOES_ON = /下一页|下页|续下|未完|待续/;

/** Whether a paragraph may be the heading in other words: numbered like it or later ones, or in much the same characters. */
function mayBeHeading(text: string, { start, end, shown }: Paragraph, spec: SectionSpec): boolean {
  const written = shown?.text ?? text.slice(start, Math.min(end, start + 2 * LONGEST_HEADING));
  const numeral = HAN_NUMBER.exec(written)?.[1];
  if (numeral && NUMERALS.indexOf(numeral) >= NUMERALS.indexOf(spec.number)) return true;
  const [, bracketed, digits] = OTHER_NUMBER.exec(written) ?? [];
  const other = bracketed ?? NUMERALS.charAt(Number(digits?.normalize('NFKC')) - 1);
  if ((bracketed ?? digits) !== undefined && other !== spec.number) return false;
  return written.length <= LONGEST_HEADING && !ENDS_SENTENCE.test(written) && isAlike(written, spec.title);
}

/** Whether its own words stand between the sections beside it: as a heading, or in running text. */
function isWritten(text: string, between: Span, { title, variants = [], slips = [] }: SectionSpec): boolean {
  const written = runningWords(text, between);
  return [title, ...variants, ...slips.filter(({ length }) => length >= LONG)].some((words) => written.includes(keyOf(words)));
}

/** Whether a text without its last sections may go on in another: a page of several, or one that ends with a table. */
function mayGoOn(text: string, { sections, tables, span }: Report): boolean {
  const last = sections.at(-1);
  if (!last) return true;
  const table = tables.find((one) => one.spec.section === last.id);
  const tail = visible(text, { start: table?.span.end ?? bodyOf(last).start, end: span.end });
  return GOES_ON.test(tail) || (table !== undefined && !isInk(tail));
}

/** Where a section would stand: between the sections beside it in the form, or anywhere if those are not in order. */
function gapOf({ span }: Report, before: Section | undefined, after: Section | undefined): Span {
  const gap = { start: before?.heading.end ?? span.start, end: after?.heading.start ?? span.end };
  return gap.start < gap.end ? gap : span;
}

/** The part of a gap that lies between the tables beside the section: where its heading would stand. */
function withoutTables({ tables }: Report, specs: readonly SectionSpec[], index: number, gap: Span): Span {
  const tablesOf = (some: readonly SectionSpec[]): BoundTable[] =>
    tables.filter((table) => some.some(({ id }) => id === table.spec.section));
  const start = Math.max(gap.start, ...tablesOf(specs.slice(0, index)).map((table) => table.span.end));
  const end = Math.min(gap.end, ...tablesOf(specs.slice(index)).map(({ head }) => head.start));
  return start < end ? { start, end } : gap;
}

export const missingSection: Rule = {
  meta: {
    id: 'missing-section',
    severity: 'error',
    fixable: [],
    summary: say('缺少法定部分', 'A statutory section is not in the report'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号：报告由六个部分组成',
      'The notices 国办公开办函〔2019〕60号 and 〔2021〕30号: a report has six sections',
    ),
    since: '0.1.0',
  },
  *check({ document: { text }, report }: Context): Iterable<Draft> {
    const specs = editionOf(report)?.sections ?? [];
    const found = specs.map(({ id }) => report.sections.find((section) => section.id === id));
    // A table stands for its section: several without a heading are no accident of an excerpt.
    const headless = report.tables.filter(({ spec }) => !report.sections.some(({ id }) => id === spec.section)).length;
    const whole = report.title !== null && headless >= SEVERAL;
    if (found.filter(Boolean).length + headless < LEAST_SECTIONS && !whole) return;
    for (const [index, spec] of specs.entries()) {
      if (found[index]) continue;
      // A section that is missing with its table is told by missing-table.
      const due = report.form?.tables.some(({ section }) => section === spec.id);
      const table = report.tables.find((one) => one.spec.section === spec.id);
      if (due && !table) continue;
      const before = found.slice(0, index).findLast(Boolean);
      const after = found.slice(index + 1).find(Boolean);
      // A text that does not begin, or not end, as a report does may be a part of one.
      const follows = after || report.tables.some((one) => specs.slice(index).some(({ id }) => id === one.spec.section));
      if ((!before && !report.title) || (!follows && mayGoOn(text, report))) continue;
      const gap = gapOf(report, before, after);
      if (isWritten(text, gap, spec)) continue;
      const place = withoutTables(report, specs, index, gap);
      if (proseIn(report, place).some((paragraph) => mayBeHeading(text, paragraph, spec))) continue;
      const span: Finding['span'] = table?.head ?? before?.heading ?? report.title ?? report.span;
      yield { span, message: say(`缺少“${nameOf(spec)}”这一部分`, `The section “${nameOf(spec)}” is missing`), cells: [] };
    }
  },
};
