/** Text in, reports out. Never throws on input, and costs next to nothing where there is no report. */
import { lex } from '../layout/lex.ts';
import type { Paragraph } from '../layout/token.ts';
import { inForce } from '../statute/form.ts';
import type { Lexicon } from '../statute/lexicon.ts';
import { splitLines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { bindTables } from './bind.ts';
import { identify, type Standing } from './identity.ts';
import { mayBeReport } from './probes.ts';
import { type BoundRow, type BoundTable, type Document, largestOf, type Report } from './report.ts';
import { findHeadings, type Heading, sectionsOf, splitReports } from './sections.ts';
import { findTitles } from './titles.ts';
import { assemble } from './words/assemble.ts';
import { Cell } from './words/cell.ts';
import { type Classified, classify } from './words/classify.ts';
import { keysOf } from './words/content.ts';

export function parse(text: string, lexicon: Lexicon): Document {
  const lines = splitLines(text);
  if (!mayBeReport(text)) return { text, lines, lexicon, reports: [] };
  const { tokens, paragraphs } = lex(lines);
  const cells = assemble(
    text,
    tokens.map((token) => new Cell(text, token)),
    lexicon,
  );
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
  readonly cells: readonly Cell[];
  readonly paragraphs: readonly Paragraph[];
  readonly titles: readonly Paragraph[];
  readonly headings: readonly Heading[];
}

function partOf({ cells, paragraphs, titles, headings }: Part, span: Span): Part {
  const start = (one: Span): number => one.start;
  return {
    cells: within(cells, span, ({ token }) => token.start),
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
  const classified = classify(text, cells, sections, lexicon);
  const { title, year, unit, standing } = identify(text, span, paragraphs, titles, sections);
  const due = year === null ? null : (lexicon.forms.find((form) => inForce(form, year)) ?? null);
  const tables = bindTables(classified, sections, lexicon.forms, due);
  const legacy = classified.legacy && { form: classified.legacy.form, spans: classified.legacy.cells.map(({ token }) => token) };
  const evidence = { rows: rowsIn(tables), numbers: numbersIn(classified, tables), sections: sections.length, standing };
  if (!isReport(evidence) && !(standing === 'named' && legacy)) return null;
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

/** What speaks for a report. */
interface Evidence {
  /** Rows of its tables: those with their numbers or as many blanks as are due, and all whose label is known. */
  readonly rows: { readonly filledIn: number; readonly labelled: number };
  /** Numbers among the words of its tables. */
  readonly numbers: number;
  readonly sections: number;
  readonly standing: Standing;
}

function rowsIn(tables: readonly BoundTable[]): Evidence['rows'] {
  const rows = tables.flatMap((table) => table.rows.filter((row) => row !== undefined));
  return { filledIn: rows.filter(isFilledIn).length, labelled: rows.length };
}

/** A row of a report, not a row of a text about such reports: it has its numbers, or as many blanks as are due. */
const isFilledIn = ({ cells }: BoundRow): boolean =>
  cells.some(({ state }) => state === 'number') || cells.every(({ state }) => state === 'blank');

function numbersIn(classified: Classified, tables: readonly BoundTable[]): number {
  const items = tables.flatMap(({ spec }) => classified.tables.get(spec.id) ?? []);
  return items.filter(({ cell, meanings }) => !meanings && cell.token.kind === 'cell' && cell.kind === 'number').length;
}

const MANY_ROWS = 8;
const MANY_SECTIONS = 4;

/** A text is a report for the numbers in its tables, with a title or headings; or for its title and most of its headings. */
function isReport({ rows, numbers, sections, standing }: Evidence): boolean {
  // The notice's own form has all tables, all of them blank; papers that ask for reports have all headings.
  if (numbers === 0) return standing === 'named' && (sections >= MANY_SECTIONS || rows.filledIn >= MANY_ROWS);
  // Nobody can say which number is which, but a number follows every other label.
  if (rows.labelled >= MANY_ROWS && numbers * 2 >= rows.labelled) return true;
  if (rows.filledIn >= MANY_ROWS || sections >= MANY_SECTIONS) return true;
  return (standing === 'unnamed' ? 0 : 2) + Math.min(sections, 3) + (rows.filledIn > 0 ? 1 : 0) >= 3;
}
