/** Finds what a template had where text is to be written, in the words that the edition lists. */

import { sourceOf } from '../layout/content.ts';
import { type Paragraph, type Run, type Shown, shownIn } from '../layout/paragraph.ts';
import type { Document, Report } from '../report/report.ts';
import type { Edition } from '../statute/schema.ts';
import { isDigit } from '../text/digits.ts';
import { memo } from '../text/memo.ts';
import { isInk, isSpace } from '../text/normalise.ts';
import { cover, merged, type Span, uncovered } from '../text/span.ts';
import { editionOf, proseIn } from './section-text.ts';

export interface Placeholder {
  readonly span: Span;
  /** Its stretches of source where markup stands between. */
  readonly pieces: readonly Span[];
  /** It stands in brackets beside other text, which reads on without it. */
  readonly aside: boolean;
}

const OPENING = new Set('（([［【〔');
const CLOSING = new Set('）)]］】〕');
/** Part of an address, or of a foreign word. */
const ADDRESS = /[A-Za-z0-9./_\-=&?@]/;
const MOST_PADDING = 4;

/** Those in the prose of a report, in the order of the text. Every fix of a report asks for them again. */
export const placeholdersOf = memo(({ text }: Document, report: Report): readonly Placeholder[] => search(text, report, editionOf(report)));

interface Words {
  /** With these each of `anywhere` begins, brackets left out. */
  readonly beginnings: readonly string[];
  /** All words without brackets, the longest first. */
  readonly cores: readonly string[];
}

const wordsOf = memo(({ placeholders }: Edition): Words => {
  const anywhere = (placeholders?.anywhere ?? []).map(coreOf);
  const cores = [...anywhere, ...(placeholders?.alone ?? []).map(coreOf)].sort((a, b) => b.length - a.length);
  return { beginnings: [...new Set(anywhere.map((core) => core.slice(0, 2)))], cores };
});

/** Of a text without any, little more is read than a native search reads. */
function search(text: string, report: Report, edition: Edition | null): Placeholder[] {
  if (!edition) return [];
  const written = text.slice(report.span.start, report.span.end);
  if (!wordsOf(edition).beginnings.some((beginning) => written.includes(beginning))) return [];
  const words = edition.placeholders?.anywhere ?? [];
  return proseIn(report, report.span).flatMap((paragraph) => inParagraph(text, paragraph, words));
}

const isBracketed = (word: string): boolean => OPENING.has(word.charAt(0));
const coreOf = (word: string): string => (isBracketed(word) ? word.slice(1, -1) : word);

function inParagraph(text: string, paragraph: Paragraph, words: readonly string[]): Placeholder[] {
  const { start, shown } = paragraph;
  const written = shownIn(text, paragraph);
  const found = words.flatMap((word) => (isBracketed(word) ? bracketed(written, coreOf(word)) : bare(written, word)));
  // XX年XX月 is one.
  const places = merged(found);
  const whole = { start: 0, end: written.length };
  const isBeside = uncovered(whole, places).some((rest) => isInk(written.slice(rest.start, rest.end)));
  let run = 0;
  return places.map((place) => {
    while (shown && (shown.runs[run + 1]?.at ?? written.length) <= place.start) run++;
    const pieces = shown ? piecesOf(shown, run, place) : [{ start: start + place.start, end: start + place.end }];
    return { span: cover(pieces), pieces, aside: isBeside && OPENING.has(written.charAt(place.start)) };
  });
}

/** As `sourceOf`, from a run on: a paragraph may have as many runs as places. */
function piecesOf({ text, runs }: Shown, from: number, place: Span): Span[] {
  let to = from;
  while (to < runs.length && (runs[to] as Run).at < place.end) to++;
  return sourceOf({ text, runs: runs.slice(from, to + 1) }, place);
}

function* occurrences(written: string, word: string): Generator<number> {
  for (let at = written.indexOf(word); at >= 0; at = written.indexOf(word, at + word.length)) yield at;
}

/** Brackets of any width; white space and Markdown’s escapes may stand within them. */
function bracketed(written: string, core: string): Span[] {
  const isPadding = (at: number): boolean => isSpace(written.charCodeAt(at)) || /[\\*_]/.test(written.charAt(at));
  return [...occurrences(written, core)].flatMap((at) => {
    let from = at - 1;
    let to = at + core.length;
    while (at - from <= MOST_PADDING && isPadding(from)) from--;
    while (to - at - core.length < MOST_PADDING && isPadding(to)) to++;
    if (!OPENING.has(written.charAt(from)) || !CLOSING.has(written.charAt(to))) return [];
    return [{ start: written.charAt(from - 1) === '\\' ? from - 1 : from, end: to + 1 }];
  });
}

/** From the first of the same characters on (`XXX件`), with digits before them (`20XX年`), and not as a part of an address. */
function bare(written: string, word: string): Span[] {
  return [...occurrences(written, word)].flatMap((at) => {
    let from = at;
    while (from > 0 && at - from < word.length + MOST_PADDING && written[from - 1] === word[0]) from--;
    while (from > 0 && at - from < word.length + MOST_PADDING && isDigit(written.charCodeAt(from - 1))) from--;
    return ADDRESS.test(written.charAt(from - 1)) ? [] : [{ start: from, end: at + word.length }];
  });
}

/** More than a few of them in a row nobody leaves. */
export const LONGEST_PLACEHOLDERS = 60;

/** Whether nothing with ink is left of a text without placeholders. */
export function isPlaceholderOnly(written: string, edition: Edition): boolean {
  if (written.length > LONGEST_PLACEHOLDERS) return false;
  const rest = wordsOf(edition).cores.reduce((left, word) => (left.includes(word) ? left.replaceAll(word, '') : left), written);
  return rest !== written && !isInk(rest.replace(/[Xx×Ｘ]/g, ''));
}
