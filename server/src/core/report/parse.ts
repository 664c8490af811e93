/** Text in, reports out. Never throws on input, and costs next to nothing where there is no report. */

import { keysOf } from '../layout/content.ts';
import { lex } from '../layout/lex.ts';
import type { Paragraph } from '../layout/paragraph.ts';
import type { Token } from '../layout/token.ts';
import { latestInForce } from '../statute/form.ts';
import type { Lexicon } from '../statute/lexicon.ts';
import { splitLines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { bindTables } from './bind.ts';
import { identify } from './identity.ts';
import { mayBeReport } from './probes.ts';
import { evidenceOf, formsOfKind, isRefused, isReport } from './recognise.ts';
import { type Document, largestOf, type Report } from './report.ts';
import { findHeadings, type Heading, sectionsOf, splitReports } from './sections.ts';
import { findTitles } from './titles.ts';
import { assemble } from './words/assemble.ts';
import { classify } from './words/classify.ts';

export function parse(text: string, lexicon: Lexicon): Document {
  const lines = splitLines(text);
  if (!mayBeReport(text)) return { text, lines, lexicon, reports: [] };
  const { tokens, paragraphs } = lex(lines);
  const cells = assemble(tokens, lexicon);
  const keys = keysOf(text, paragraphs);
  const headings = findHeadings({ text, paragraphs, keys, lexicon });
  const titles = findTitles(text, paragraphs, keys);
  const starts = splitReports(headings, titles);
  const reports = starts.map((start, index) => {
    const span = { start, end: starts[index + 1] ?? text.length };
    const part = starts.length === 1 ? { cells, paragraphs, titles, headings } : partOf({ cells, paragraphs, titles, headings }, span);
    return readReport(text, span, part, lexicon);
  });
  return { text, lines, lexicon, reports: reports.filter((report) => report !== null) };
}

/** What one report is read from, each list in the order of the text. */
interface Part {
  readonly cells: readonly Token[];
  readonly paragraphs: readonly Paragraph[];
  readonly titles: readonly Paragraph[];
  readonly headings: readonly Heading[];
}

function partOf({ cells, paragraphs, titles, headings }: Part, span: Span): Part {
  const start = (one: Span): number => one.start;
  return {
    cells: within(cells, span, start),
    paragraphs: within(paragraphs, span, start),
    titles: within(titles, span, start),
    headings: within(headings, span, start),
  };
}

/** The part of a list, sorted by place, that begins inside `span`. */
function within<T>(all: readonly T[], { start, end }: Span, place: (one: T) => number): readonly T[] {
  const firstAt = (offset: number, from: number): number => {
    let low = from;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place(all[middle] as T) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const from = firstAt(start, 0);
  return all.slice(from, firstAt(end, from));
}

function readReport(text: string, span: Span, { cells, paragraphs, titles, headings }: Part, lexicon: Lexicon): Report | null {
  const sections = sectionsOf(headings, span.end);
  const classified = classify(cells, sections, lexicon);
  const { title, year, unit, standing } = identify(text, span, paragraphs, titles, sections);
  const tables = bindTables(classified, sections, lexicon.forms, year);
  const own = formsOfKind(tables, sections, lexicon.forms);
  const due = latestInForce(own, year);
  const legacy = classified.legacy && { form: classified.legacy.form, spans: classified.legacy.cells };
  const evidence = evidenceOf(classified, tables, sections, standing);
  if (!isReport(evidence) && !(standing === 'named' && legacy)) return null;
  if (isRefused(evidence, keysIn(text, cells, paragraphs), lexicon)) return null;
  const main = largestOf(tables);
  return {
    span,
    form: largestOf(tables.filter(({ form }) => own.includes(form)))?.form ?? due,
    due,
    reportingYear: year,
    unit,
    title,
    layout: main?.layout ?? null,
    sections,
    tables,
    paragraphs,
    legacy,
  };
}

/** The keys of all cells and paragraphs. Worked out only where somebody asks. */
const keysIn = (text: string, cells: readonly Token[], paragraphs: readonly Paragraph[]) => (): readonly string[] => [
  ...cells.filter(({ kind }) => kind === 'cell').map(({ key }) => key),
  ...keysOf(text, paragraphs),
];
