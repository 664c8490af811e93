/** Finds the statutory section headings, numbered or not, and where one report ends and the next begins. */
import { unnumberedKey } from '../layout/content.ts';
import { type Paragraph, shownIn } from '../layout/paragraph.ts';
import type { Lexicon } from '../statute/lexicon.ts';
import { smallNumber } from '../text/han-numerals.ts';
import { keyOf } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import type { Section } from './report.ts';

export interface Heading {
  readonly id: string;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  /** No form has its words: it is known by its number and its place. */
  readonly claimed?: true;
}

interface Found extends Heading {
  readonly paragraph: Paragraph;
}

interface Numbered extends Heading {
  /** How it is numbered and how deep it stands; sections of one report share it, and its sub-headings have another. */
  readonly style: string;
  /** The number that it bears, from 1; `null` for none. */
  readonly number: number | null;
}

/** What headings are found in; `keys` are those of the paragraphs (see `keysOf`). */
export interface Written {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly keys: readonly string[];
  readonly lexicon: Lexicon;
}

// `一、`, `6、`, `（三）`: what stands before a heading once punctuation is dropped.
const NUMBER = /^(?:第?[一二三四五六七八九十]{1,2}|\d{1,2})(?:部分|是)?/;

const unnumberedSection = (key: string, { sections }: Lexicon) => {
  const [number] = NUMBER.exec(key) ?? [];
  return number && sections.get(key.slice(number.length));
};

function inKnownWords({ paragraphs, keys, lexicon }: Written): Found[] {
  const headings: Found[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const key = keys[index];
    if (!key) continue;
    const entry = lexicon.sections.get(key) ?? unnumberedSection(key, lexicon);
    const { start, end } = paragraph;
    if (entry) headings.push({ id: entry.id, ordinal: entry.ordinal, start, end, paragraph });
  }
  return headings;
}

const WRITTEN = /^([\s#*_>\\]*)([（(]?)\s*(第?)(?:([一二三四五六七八九十]{1,2})|([\d０-９]{1,2}))?(部分|是)?\s*([)）、.．,，:：]?)/;
// The tag of a heading stands right before it, with no text between.
const NEAR = 120;
const levelBefore = (markup: string): string | undefined => {
  if (!markup.includes('<')) return undefined;
  const tag = markup.slice(markup.toLowerCase().lastIndexOf('<h'));
  return /^<h[1-6]/i.test(tag) && tag.replace(/<[^<>]*>/g, '').trim() === '' ? tag.charAt(2) : undefined;
};

/** `一、` and `（一）` are two styles, `##` and `###` are, `<h2>` and `<h3>`. */
function numberingOf(text: string, { start, end, shown }: Paragraph): Pick<Numbered, 'style' | 'number'> {
  const written = shown?.text.slice(0, 24) ?? text.slice(start, Math.min(end, start + 24));
  const [, marks = '', bracket = '', prefix = '', han, digits, suffix = '', stop = ''] = WRITTEN.exec(written) ?? [];
  const level = levelBefore(text.slice(Math.max(0, start - NEAR), start)) ?? marks.replace(/[^#]/g, '');
  const bears = han ?? digits;
  const number = bears ? smallNumber(bears.normalize('NFKC')) : null;
  const kind = han ? 'han' : digits ? 'digits' : 'none';
  return { style: number === null ? `none ${level}` : [kind, bracket && '(', prefix, suffix, stop && '.', level].join(' '), number };
}

// One sub-heading may bear its section's number by accident.
const FEWEST_OWN = 2;

/** The style of the sections: that of most headings that bear their section's number, else that of the first section. */
function sectionStyle(headings: readonly Numbered[]): string {
  const counts = new Map<string, number>();
  for (const { style, number, ordinal } of headings) if (number === ordinal + 1) counts.set(style, (counts.get(style) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= FEWEST_OWN ? most[0] : (headings.find(({ ordinal }) => ordinal === 0)?.style ?? '');
}

/**
 * The headings without sub-headings. Section 一 speaks of what the later sections count, often under their words:
 * `（一）主动公开政府信息情况`. Of headings of one section in one report those count that are written as its sections
 * are, and bear its number; where that does not tell them apart and no number tells either, the last one.
 */
function withoutSubHeadings(headings: readonly Numbered[]): Numbered[] {
  const style = sectionStyle(headings);
  const numbered = headings.filter((one) => one.style === style && one.number === one.ordinal + 1).length >= FEWEST_OWN;
  const likeness = (one: Numbered): number => (one.style === style ? 2 : 0) + (one.number === (numbered ? one.ordinal + 1 : null) ? 1 : 0);
  const best = new Map<string, number>();
  for (const one of headings) best.set(one.id, Math.max(best.get(one.id) ?? 0, likeness(one)));
  const kept: Numbered[] = [];
  /** From here on to the end: the first of the sections in their own style, and the sections that come again. */
  let first = Number.POSITIVE_INFINITY;
  const later = new Set<string>();
  for (const one of [...headings].reverse()) {
    const own = likeness(one);
    // In another style, and above a section that comes before it in the form: it stands inside an earlier section.
    const inside = numbered && own < 2 && first < one.ordinal;
    const repeated = !numbered && one.ordinal > 0 && later.has(one.id);
    if (own === best.get(one.id) && !inside && !repeated) kept.push(one);
    if (own === 3) first = Math.min(first, one.ordinal);
    if (own === best.get(one.id)) later.add(one.id);
  }
  return kept.reverse();
}

/** Whether another account begins with a first section: a list of contents stood above, or another report. */
const beginsAnew = (run: readonly Heading[], { ordinal }: Heading): boolean => ordinal === 0 && run.some((one) => one.ordinal >= 3);

/** Every section of a form once, in its order: no sub-heading is among them, and none is to be looked for. */
const isWhole = (run: readonly Heading[], { forms }: Lexicon): boolean =>
  run.every(({ ordinal }, index) => ordinal === index) && forms.every(({ edition }) => edition.sections.length <= run.length);

/** The headings of sections in the order of the text, without sub-headings in their words. */
export function findHeadings(written: Written): Heading[] {
  const runs: Found[][] = [[]];
  for (const heading of inKnownWords(written)) {
    if (beginsAnew(runs[runs.length - 1] as Found[], heading)) runs.push([]);
    runs[runs.length - 1]?.push(heading);
  }
  const [only, more] = runs;
  if (only && !more && isWhole(only, written.lexicon)) return only;
  const main = runs.map((run) => withoutSubHeadings(run.map((one) => ({ ...one, ...numberingOf(written.text, one.paragraph) }))));
  return main.flatMap((run, index) => {
    const span = { start: main[index - 1]?.at(-1)?.end ?? 0, end: main[index + 1]?.[0]?.start ?? written.text.length };
    return [...run, ...claimedIn(written, run, span)].sort((a, b) => a.start - b.start);
  });
}

const SHORTEST_ALIKE = 4;
const ALIKE = 0.6;

/** Whether a heading has much the same characters as the form's, its number aside. */
export function isAlike(written: string, title: string): boolean {
  const key = keyOf(written).replace(/^[一二三四五六七八九十\d]{1,2}/, '');
  return key.length >= SHORTEST_ALIKE && [...key].filter((char) => title.includes(char)).length >= ALIKE * key.length;
}

// So many sections in their places tell how a report numbers its own.
const FEWEST_KNOWN = 3;
const LONGEST_CLAIMED = 30;
// A sentence, or the row of a table.
const NO_HEADING = /[。；！？，,\t|]|\d\s*$/;

/**
 * Headings in other words: where a section is not found, the only line between its neighbours that is numbered as it
 * would be. Rows of tables are numbered alike, so the heading of a section with a table must also be in similar words.
 */
function claimedIn(written: Written, run: readonly Numbered[], span: Span): Heading[] {
  const style = sectionStyle(run);
  const own = run.filter((one) => one.style === style && one.number === one.ordinal + 1);
  if (own.length < FEWEST_KNOWN) return [];
  const form = written.lexicon.forms.find(({ edition }) => own.every(({ id, ordinal }) => edition.sections[ordinal]?.id === id));
  const { sections = [], tables = [] } = form?.edition ?? {};
  return sections.flatMap(({ id, title }, ordinal): Heading[] => {
    if (run.some((one) => one.ordinal === ordinal)) return [];
    const gap = {
      start: own.findLast((one) => one.ordinal < ordinal)?.end ?? span.start,
      end: own.find((one) => one.ordinal > ordinal)?.start ?? span.end,
    };
    const lines = numberedLines(written, gap, style, ordinal + 1);
    const [only, other] = tables.some(({ section }) => section === id)
      ? lines.filter((line) => isAlike(shownIn(written.text, line), title))
      : lines;
    return only && !other ? [{ id, ordinal, start: only.start, end: only.end, claimed: true }] : [];
  });
}

function numberedLines({ text, paragraphs, keys, lexicon }: Written, gap: Span, style: string, number: number): Paragraph[] {
  return paragraphs.filter((paragraph, index) => {
    const key = keys[index];
    const { start, end } = paragraph;
    if (start < gap.start || end > gap.end || !key || key.length > LONGEST_CLAIMED) return false;
    const numbering = numberingOf(text, paragraph);
    if (numbering.number !== number || numbering.style !== style) return false;
    if (NO_HEADING.test(shownIn(text, paragraph))) return false;
    return !lexicon.beginnings.has(key) && !lexicon.labels.has(unnumberedKey(text, paragraph, key));
  });
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
  const longest = new Map<string, Omit<Section, 'repeats'>>();
  const all = new Map<string, Span[]>();
  let next = end;
  for (let index = headings.length - 1; index >= 0; index--) {
    const { id, ordinal, claimed, start, end: stop } = headings[index] as Heading;
    const after = headings[index + 1];
    if (after && after.id !== id) next = after.start;
    const heading = { start, end: stop };
    const span = { start, end: next };
    const rival = longest.get(id);
    const best = rival && rival.span.end - rival.span.start > span.end - span.start ? rival : { heading, span };
    longest.set(id, { id, ordinal, heading: best.heading, span: best.span, ...(claimed && { claimed }) });
    const known = all.get(id);
    if (known) known.push(heading);
    else all.set(id, [heading]);
  }
  const sections = [...longest.values()].map(
    (one): Section => ({ ...one, repeats: (all.get(one.id) ?? []).filter(({ start }) => start !== one.heading.start).reverse() }),
  );
  return sections.sort((a, b) => a.heading.start - b.heading.start);
}
