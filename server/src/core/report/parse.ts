/** Text in, reports out. Never throws on input, and costs next to nothing where there is no report. */

import { keysOf } from '../layout/content.ts';
import { lex } from '../layout/lex.ts';
import type { Paragraph } from '../layout/paragraph.ts';
import type { Token } from '../layout/token.ts';
import { type Form, latestInForce } from '../statute/form.ts';
import type { Lexicon } from '../statute/lexicon.ts';
import { withoutNumber } from '../statute/rejected.ts';
import { splitLines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { bindTables } from './bind.ts';
import { findTitles, identify } from './identity.ts';
import { mayBeReport } from './probes.ts';
import { type BoundRow, type BoundTable, type Document, largestOf, type Report, type Section } from './report.ts';
import { findHeadings, type Heading, mainHeadings, sectionsOf, splitReports } from './sections.ts';
import { assemble } from './words/assemble.ts';
import { classify } from './words/classify.ts';

export function parse(text: string, lexicon: Lexicon): Document {
  const lines = splitLines(text);
  if (!mayBeReport(text)) return { text, lines, lexicon, reports: [] };
  const { tokens, paragraphs } = lex(lines);
  const cells = assemble(tokens, lexicon);
  const keys = keysOf(text, paragraphs);
  const headings = mainHeadings(findHeadings(text, paragraphs, keys, lexicon));
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
  const { title, year, unit } = identify(text, span, paragraphs, titles, sections);
  const tables = bindTables(classified, sections, lexicon.forms, year);
  const own = formsOfKind(tables, sections, lexicon.forms);
  const due = latestInForce(own, year);
  const legacy = classified.legacy && { form: classified.legacy.form, spans: classified.legacy.cells };
  if (!isReport({ tables, sections, title, legacy })) return null;
  if (isRejected(text, cells, paragraphs, lexicon) || (isDoubtful(lexicon) && !isPlain(tables, sections.length))) return null;
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

/** Whether a text is of an edition that was refused: it has more of its words than of all sound ones. */
function isRejected(
  text: string,
  cells: readonly Token[],
  paragraphs: readonly Paragraph[],
  { rejected, labels, sections }: Lexicon,
): boolean {
  if (rejected.length === 0) return false;
  const written = new Set([...cells.filter(({ kind }) => kind === 'cell').map(({ key }) => key), ...keysOf(text, paragraphs)]);
  const count = (isKnown: (key: string) => boolean): number =>
    [...written].filter((key) => key !== '' && (isKnown(key) || isKnown(withoutNumber(key)))).length;
  const known = count((key) => labels.has(key) || sections.has(key));
  return rejected.some(({ words }) => count((key) => words.has(key)) > known);
}

/** Whether a text may be of an edition of which nobody knows the words: then it takes more than a row or two to be of another. */
const isDoubtful = ({ rejected }: Lexicon): boolean => rejected.some(({ whole }) => !whole);

/** The forms of the kind of report that this is: that of most of its tables and headings, else that of its largest table, else the first. */
function formsOfKind(tables: readonly BoundTable[], sections: readonly Section[], forms: readonly Form[]): readonly Form[] {
  const kinds = [...new Set([largestOf(tables)?.form.kind, ...forms.map(({ kind }) => kind)])].filter((kind) => kind !== undefined);
  const [, second] = kinds;
  if (second === undefined) return forms;
  const ofKind = kinds.map((kind) => forms.filter((form) => form.kind === kind));
  const counts = ofKind.map((own) => {
    const known = new Set(own.flatMap(({ edition }) => edition.sections.map(({ id }) => id)));
    return tables.filter(({ form }) => own.includes(form)).length + sections.filter(({ id }) => known.has(id)).length;
  });
  return ofKind[counts.indexOf(Math.max(...counts))] ?? forms;
}

/** A row of a report, not a row of a text about such reports: it has its numbers, or as many blanks as are due. */
const isFilledIn = ({ cells }: BoundRow): boolean =>
  cells.some(({ state }) => state === 'number') || cells.every(({ state }) => state === 'blank');

const rowsIn = (tables: readonly BoundTable[]): number =>
  tables.reduce((n, table) => n + table.rows.filter((row) => row && isFilledIn(row)).length, 0);

/** No other text has so many rows, or so many of the headings. */
const isPlain = (tables: readonly BoundTable[], sections: number): boolean => rowsIn(tables) >= 8 || sections >= 4;

/** A text is a report for the numbers in its tables, with a title or headings; or for its title and most of its headings. */
function isReport({
  tables,
  sections: { length: sections },
  title,
  legacy,
}: Pick<Report, 'tables' | 'sections' | 'title' | 'legacy'>): boolean {
  const rows = rowsIn(tables);
  // The notice's own form has all tables, all of them blank; papers that ask for reports have all headings.
  const numbers = tables.some(
    ({ cells, rows: found, scrambled }) =>
      scrambled || cells.some((cell) => cell?.value != null) || found.some((row) => row?.misfit === 'torn'),
  );
  if (!numbers) return title !== null && (sections >= 4 || rows >= 8 || legacy !== null);
  if (isPlain(tables, sections)) return true;
  return (title ? 2 : 0) + Math.min(sections, 3) + (rows > 0 ? 1 : 0) >= 3;
}
