/** Text in, reports out. Never throws on input, and costs next to nothing where there is no report. */
import { lex } from '../layout/lex.ts';
import type { Paragraph, Token } from '../layout/token.ts';
import { inForce } from '../statute/form.ts';
import type { Lexicon } from '../statute/lexicon.ts';
import { splitLines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { bindTables } from './bind.ts';
import { findTitles, identify } from './identity.ts';
import { mayBeReport } from './probes.ts';
import { type BoundRow, type BoundTable, type Document, largestOf, type Report } from './report.ts';
import { findHeadings, type Heading, sectionsOf, splitReports } from './sections.ts';
import { assemble } from './words/assemble.ts';
import { classify } from './words/classify.ts';
import { keysOf } from './words/content.ts';

export function parse(text: string, lexicon: Lexicon): Document {
  const lines = splitLines(text);
  if (!mayBeReport(text)) return { text, lines, lexicon, reports: [] };
  const { tokens: lexed, paragraphs } = lex(lines);
  const tokens = assemble(text, lexed, lexicon);
  const keys = keysOf(text, paragraphs);
  const headings = findHeadings(text, paragraphs, keys, lexicon);
  const titles = findTitles(text, paragraphs, keys);
  const starts = splitReports(headings, titles);
  const reports = starts.map((start, index) => {
    const span = { start, end: starts[index + 1] ?? text.length };
    const own = <T extends Span>(all: readonly T[]): readonly T[] => (starts.length === 1 ? all : within(all, span));
    return readReport(text, span, own<Token>(tokens), own(paragraphs), own(titles), own<Heading>(headings), lexicon);
  });
  return { text, lines, lexicon, reports: reports.filter((report) => report !== null) };
}

/** The part of a list, sorted by start, that begins inside `span`. */
function within<T extends Span>(all: readonly T[], { start, end }: Span): readonly T[] {
  const from = firstAt(all, start);
  return all.slice(from, firstAt(all, end, from));
}

function firstAt(all: readonly Span[], offset: number, from = 0): number {
  let low = from;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as Span).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readReport(
  text: string,
  span: Span,
  tokens: readonly Token[],
  paragraphs: readonly Paragraph[],
  titles: readonly Paragraph[],
  headings: readonly Heading[],
  lexicon: Lexicon,
): Report | null {
  const sections = sectionsOf(headings, span.end);
  const classified = classify(text, tokens, sections, lexicon);
  const { title, year, unit } = identify(text, span, paragraphs, titles, sections);
  const due = year === null ? null : (lexicon.forms.find((form) => inForce(form, year)) ?? null);
  const tables = bindTables(text, classified, sections, lexicon.forms, due);
  const legacy = classified.legacy && { form: classified.legacy.form, spans: classified.legacy.tokens };
  if (!isReport(tables, sections.length, title !== null, legacy !== null)) return null;
  const main = largestOf(tables);
  return {
    span,
    form: main?.form ?? due,
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

/** A row of a report, not a row of a text about such reports: it has its numbers, or as many blanks as are due. */
const isFilledIn = ({ cells }: BoundRow): boolean =>
  cells.some(({ state }) => state === 'number') || cells.every(({ state }) => state === 'blank');

/** A text is a report for the numbers in its tables, with a title or headings; or for its title and most of its headings. */
function isReport(tables: readonly BoundTable[], sections: number, title: boolean, legacy: boolean): boolean {
  const rows = tables.reduce((n, table) => n + table.rows.filter((row) => row && isFilledIn(row)).length, 0);
  // The notice's own form has all tables, all of them blank; papers that ask for reports have all headings.
  const numbers = tables.some(({ cells, scrambled }) => scrambled || cells.some((cell) => cell?.value != null));
  if (!numbers) return title && (sections >= 4 || rows >= 8 || legacy);
  if (rows >= 8 || sections >= 4) return true;
  return (title ? 2 : 0) + Math.min(sections, 3) + (rows > 0 ? 1 : 0) >= 3;
}
