/** Finds the statutory section headings, numbered or not, and where one report ends and the next begins. */
import type { Paragraph } from '../layout/token.ts';
import type { Lexicon } from '../statute/lexicon.ts';
import type { Section } from './report.ts';

export interface Heading {
  readonly id: string;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  /** How high a heading is that is numbered so (index in `NOTATIONS`). */
  readonly rank: number;
}

/** How headings are numbered, the lowest first; the form writes `二、`. Which of them a report uses for its sections is its own choice. */
const NOTATIONS: readonly RegExp[] = [
  /^(?:[（(]\d|[一二三四五六七八九十]{1,2}是)/,
  /^[\d０-９]/,
  /^[（(][一二三四五六七八九十]/,
  /^(?!第?[一二三四五六七八九十]{1,2}(?:部分|[、.．,，:：\s]))/,
  /^/,
];
const MARKS = /^[\s#*_>\\]+/;

const rankOf = (text: string, { start, end, shown }: Paragraph): number => {
  const written = (shown?.text ?? text.slice(start, Math.min(end, start + 24))).replace(MARKS, '');
  return NOTATIONS.findIndex((notation) => notation.test(written));
};

// `一、`, `6、`, `（三）`: what stands before a heading once punctuation is dropped.
const NUMBER = /^(?:第?[一二三四五六七八九十]{1,2}|\d{1,2})(?:部分|是)?/;

/** The headings of sections, in the order of the text. `keys` are those of the paragraphs (see `keysOf`). */
export function findHeadings(text: string, paragraphs: readonly Paragraph[], keys: readonly string[], lexicon: Lexicon): Heading[] {
  const headings: Heading[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const key = keys[index];
    if (!key) continue;
    const entry = lexicon.sections.get(key) ?? lexicon.sections.get(key.replace(NUMBER, ''));
    if (entry) headings.push({ ...entry, start: paragraph.start, end: paragraph.end, rank: rankOf(text, paragraph) });
  }
  return withoutSubHeadings(headings);
}

/**
 * Section 一 speaks of what the later sections count, often under their words: `（一）主动公开政府信息情况`. A heading is
 * a sub-heading where one of a higher rank names the same section later in the same report.
 */
function withoutSubHeadings(headings: readonly Heading[]): Heading[] {
  const kept: Heading[] = [];
  const highest = new Map<string, number>();
  for (const heading of [...headings].reverse()) {
    const { id, ordinal, rank } = heading;
    if (rank < (highest.get(id) ?? 0)) continue;
    highest.set(id, rank);
    kept.push(heading);
    // What stands above the first section is another report’s, or a list of contents.
    if (ordinal === 0) highest.clear();
  }
  return kept.reverse();
}

// A table of contents names all six sections within a few lines; a report in between is longer.
const SHORTEST_REPORT = 600;

/** Offsets at which a further report begins: its first section comes again after later ones, or for the first time below a title. */
export function splitReports(headings: readonly Heading[], titles: readonly Paragraph[]): number[] {
  const starts = [0];
  let first = -1;
  let highest = -1;
  let last = 0;
  let next = 0;
  let hasFirst = false;
  for (const heading of headings) {
    if (heading.ordinal === 0 && highest >= 3 && last - first > SHORTEST_REPORT) {
      while (next < titles.length && (titles[next] as Paragraph).start <= last) next++;
      const start = Math.min(titles[next]?.start ?? heading.start, heading.start);
      if (hasFirst || start < heading.start) {
        starts.push(start);
        highest = -1;
        first = -1;
      }
    }
    if (heading.ordinal === 0) hasFirst = true;
    if (first < 0) first = heading.start;
    highest = Math.max(highest, heading.ordinal);
    last = heading.start;
  }
  return starts;
}

/** Sections of one report in the order of the text; of a heading that comes twice, the one with the longer body. */
export function sectionsOf(headings: readonly Heading[], end: number): Section[] {
  const longest = new Map<string, Section>();
  let next = end;
  for (let index = headings.length - 1; index >= 0; index--) {
    const heading = headings[index] as Heading;
    const after = headings[index + 1];
    if (after && after.id !== heading.id) next = after.start;
    const span = { start: heading.start, end: next };
    const rival = longest.get(heading.id);
    if (rival && rival.span.end - rival.span.start > span.end - span.start) continue;
    longest.set(heading.id, { id: heading.id, ordinal: heading.ordinal, heading: { start: heading.start, end: heading.end }, span });
  }
  return [...longest.values()].sort((a, b) => a.heading.start - b.heading.start);
}
