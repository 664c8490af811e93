/** What can be written at a place: the number that the sums determine, and what is still missing in the report. */
import { blanksOf } from '../diagnosis/blanks.ts';
import { LAYOUTS, USUAL_LAYOUT } from '../layout/layouts.ts';
import { proseOf } from '../prose/paragraphs.ts';
import type { Document, Report } from '../report/report.ts';
import type { Form, TableForm } from '../statute/form.ts';
import { lineAt, lineSpan } from '../text/lines.ts';
import { type Localized, say } from '../text/localized.ts';
import type { Span } from '../text/span.ts';
import { newReport } from '../write/new-report.ts';
import { paperOf } from '../write/paper.ts';
import { styleForMore, writeTable } from '../write/write.ts';
import { equationsAt } from './equations.ts';
import { reportAt, targetAt } from './targets.ts';

export interface Completion {
  readonly kind: 'number' | 'heading' | 'sentence' | 'table' | 'report';
  readonly label: string;
  readonly detail: Localized;
  /** What it takes the place of. */
  readonly span: Span;
  readonly newText: string;
}

/** The value of the blank cell at the offset, if arithmetic leaves only one. */
function* numbersAt(document: Document, offset: number): Generator<Completion> {
  const target = targetAt(document, offset);
  if (target?.kind !== 'cell' || target.cell.state !== 'blank' || target.cell.placeless) return;
  const { table, cell } = target;
  // What a completion takes the place of holds the cursor; the spaces of a cell that is told by its place stay.
  const span = { start: Math.min(cell.span.start, offset), end: Math.max(cell.span.end, offset) };
  if (cell.room !== undefined && (span.start < cell.span.start || span.end > cell.span.end)) return;
  const value = blanksOf(table).get(cell.spec.index);
  if (value === undefined) return;
  const [equation] = equationsAt(table, cell.spec.index);
  const reason = equation?.text ?? '';
  yield {
    kind: 'number',
    label: String(value),
    detail: say(`由勾稽关系确定：${reason}`, `Determined by the relations: ${reason}`),
    span,
    newText: String(value),
  };
}

function tableText(table: TableForm, layout: Report['layout']): string {
  const blank = paperOf(table, () => '');
  return writeTable(blank, styleForMore(layout)).join('\n');
}

/** What is there already of what a report must have. */
interface Written {
  readonly sections: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
  readonly year: number | null;
  readonly layout: Report['layout'];
  readonly text: string;
}

const writtenIn = (document: Document, report: Report): Written => ({
  sections: new Set(report.sections.map(({ id }) => id)),
  tables: new Set(report.tables.map(({ spec }) => spec.id)),
  year: report.reportingYear,
  layout: report.layout,
  text: proseOf(document, report)
    .map((paragraph) => paragraph.text)
    .join('\n'),
});

/** Of a text that is to be a report, and has too little of one yet. */
const begunIn = ({ text }: Document, { edition }: Form): Written => ({
  sections: new Set(edition.sections.filter(({ title }) => text.includes(title)).map(({ id }) => id)),
  tables: new Set(),
  year: yearIn(text),
  layout: null,
  text,
});

/** The first year that the text names. */
export function yearIn(text: string): number | null {
  const year = /20\d\d(?=年)/.exec(text)?.[0];
  return year === undefined ? null : Number(year);
}

function* missingIn({ sections, tables, year, layout, text }: Written, form: Form, span: Span): Generator<Completion> {
  for (const { id, number, title } of form.edition.sections) {
    if (sections.has(id)) continue;
    const label = `${number}、${title}`;
    yield { kind: 'heading', label, detail: say('缺少的部分', 'A section that is missing'), span, newText: label };
  }
  if (!layout || !LAYOUTS[layout].markup)
    for (const table of form.tables) {
      if (tables.has(table.id)) continue;
      const { 'zh-cn': label } = table.data.title;
      yield {
        kind: 'table',
        label,
        detail: say('缺少的法定表格', 'A statutory table that is missing'),
        span,
        newText: tableText(table, layout),
      };
    }
  if (year !== null && !text.includes('统计期限')) {
    const sentence = `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;
    yield { kind: 'sentence', label: sentence, detail: say('统计期限', 'The period of the numbers'), span, newText: sentence };
  }
  for (const { statement } of form.edition.sections) {
    if (!statement || statement.anywhere.some((word) => text.includes(word))) continue;
    const sentence = '本年度未收取信息处理费。';
    yield { kind: 'sentence', label: sentence, detail: say('收取信息处理费的情况', 'The statement on fees'), span, newText: sentence };
  }
}

const WHOLE_REPORT = '政府信息公开工作年度报告';

/**
 * In a text that holds at most the words by which it is looked for, at their end: a whole report, as a snippet of the
 * protocol with unit and year as the places to fill in.
 */
export function wholeReportAt({ text, reports }: Document, offset: number, form: Form, year: number): Completion | null {
  const written = text.trim();
  const start = written ? text.indexOf(written) : offset;
  const isAtEnd = written === '' || text.slice(start, offset).trimEnd() === written;
  // What a completion takes the place of is in one line.
  if (reports.length > 0 || !WHOLE_REPORT.includes(written) || !isAtEnd || /[\r\n]/.test(text.slice(start, offset))) return null;
  return {
    kind: 'report',
    label: WHOLE_REPORT,
    detail: say('整篇年报，法定表格留空', 'A whole report, its statutory tables blank'),
    span: { start, end: offset },
    newText: newReport({ form, unit: `$\{1:单位名称}`, year: `$\{2:${year}}`, layout: USUAL_LAYOUT, previous: null }),
  };
}

/** Whether the text could be typed on the way to the other: its characters are there in this order. */
function leadsTo(typed: string, text: string): boolean {
  let at = 0;
  for (const char of typed) {
    at = text.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/**
 * In a cell its number; on a line that holds nothing else than what is being typed, what is missing in the report. `begun` is the form
 * of a text that is to be a report, where none has been found in it yet.
 */
export function completionsAt(document: Document, offset: number, begun: Form | null = null): Completion[] {
  const numbers = [...numbersAt(document, offset)];
  if (numbers.length > 0) return numbers;
  const report = reportAt(document, offset);
  const form = report ? (report.due ?? report.form) : document.reports.length === 0 ? begun : null;
  if (!form || form.tables.length === 0) return [];
  const line = lineSpan(document.lines, lineAt(document.lines, offset));
  const typedLine = document.text.slice(line.start, line.end);
  const inTable = report?.tables.some(({ span }) => span.start < offset && offset < span.end);
  const [mark = ''] = /^\s*(?:#{1,6}\s*|\*\*)?/.exec(typedLine) ?? [];
  if (inTable || offset < line.start + typedLine.trimEnd().length || /[|\t<。]/.test(typedLine)) return [];
  const span = { start: Math.min(line.start + mark.length, offset), end: offset };
  const typed = document.text.slice(span.start, offset).trim();
  const written = report ? writtenIn(document, report) : begunIn(document, form);
  return [...missingIn(written, form, span)].filter(({ label }) => leadsTo(typed, label));
}
