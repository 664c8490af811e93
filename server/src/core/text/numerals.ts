/** Reads the content of a number cell: a number as written, a blank, or something that is neither. */
import { digitOf } from './digits.ts';
import { isHan } from './han.ts';
import { isLineEnd } from './lines.ts';
import { isSpace, residueEnd } from './normalise.ts';
import type { Span } from './span.ts';

export type CellContent =
  /** `span` covers the number alone; `remark` what follows it in the cell (`万元`, `（其中修订16件）`). */
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly span: Span;
      readonly remark: string;
      readonly whole: boolean;
      readonly signed: boolean;
      /** The digits after the point, where there is one. */
      readonly places?: number;
    }
  /** Empty, or one of the marks that people write for it (`/`, `-`, `—`, `无`). `span` is where a number would go. */
  | { readonly kind: 'blank'; readonly span: Span }
  | { readonly kind: 'text'; readonly span: Span };

const isMinus = (code: number): boolean => code === 0x2d || code === 0xff0d || code === 0x2212;
const isPlus = (code: number): boolean => code === 0x2b || code === 0xff0b;
const isPoint = (code: number): boolean => code === 0x2e || code === 0xff0e;
/** What may stand between thousands: a comma, a space. */
const isSeparator = (code: number): boolean => code === 0x2c || code === 0xff0c || (isSpace(code) && !isLineEnd(code));
const BLANK_MARKS = new Set(['/', '／', '\\', '-', '－', '–', '—', '——', '--', '无', '空']);
// Markdown's emphasis, and the quotation marks of sheets.
const isEmphasis = (code: number): boolean => code === 0x2a || code === 0x5f || code === 0x60 || code === 0x22;
// No count has more digits: such a run is several cells glued together. The shortest that nothing else betrays
// is the dispute table's single line, a digit for each of its fifteen cells.
export const MOST_DIGITS = 14;
/** What opens a remark: brackets of any kind, not the other marks that join two numbers (`3～5`, `3；5`). */
const BRACKETS = new Set([...'(（[［【〔《〈'].map((char) => char.charCodeAt(0)));
// Behind more text than this the cell is a paragraph that happens to begin with a number.
const LONGEST_REMARK = 40;

const SPACE_ENTITY = /^&(?:nbsp|ensp|emsp|thinsp|#0*(?:32|160|12288|819[2-9]|820[0-3])|#x0*(?:20|a0|3000|200[0-9ab]));$/i;

/** White space, residue, tags and emphasis that stand around a number without being part of it. */
function skipPadding(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || isEmphasis(code)) at++;
    else {
      const past = residueEnd(text, at, end);
      // An entity may stand for a sign or a digit: only those of spaces are padding.
      if (past === at || (code === 0x26 && !SPACE_ENTITY.test(text.slice(at, past)))) break;
      at = past;
    }
  }
  return at;
}

export function readCell(text: string, start: number, end: number): CellContent {
  const from = skipPadding(text, start, end);
  if (from >= end) return { kind: 'blank', span: blankSpan(text, start, end) };
  const first = text.charCodeAt(from);
  const signed = isMinus(first) || isPlus(first);
  let at = signed ? from + 1 : from;
  let digits = 0;
  let value = 0;
  let whole = true;
  let places = 0;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    const digit = digitOf(code);
    if (digit >= 0) {
      value = value * 10 + digit;
      digits++;
    } else if (!(isSeparator(code) && separatesThousands(text, at, end, digits, value))) break;
  }
  if (digits > 0 && at < end && isPoint(text.charCodeAt(at)) && digitOf(text.charCodeAt(at + 1)) >= 0 && at + 1 < end) {
    let scale = 1;
    for (at++; at < end && digitOf(text.charCodeAt(at)) >= 0; at++) {
      scale *= 10;
      places++;
      digits++;
      value = value * 10 + digitOf(text.charCodeAt(at));
    }
    value /= scale;
    whole = Number.isInteger(value);
  }
  const rest = skipPadding(text, at, end);
  if (digits === 0 || digits > MOST_DIGITS || !isRemark(text, rest, end)) {
    const shown = trimmed(text, from, end);
    return { kind: BLANK_MARKS.has(text.slice(shown.start, wordEnd(text, shown))) ? 'blank' : 'text', span: shown };
  }
  return {
    kind: 'number',
    value: isMinus(first) && value !== 0 ? -value : value,
    span: { start: from, end: at },
    remark: text.slice(rest, trimmed(text, rest, end).end),
    whole,
    signed,
    ...(places > 0 && { places }),
  };
}

/**
 * A separator stands where thousands are separated: before three digits, after one to three that do not begin with 0,
 * or after three that the same separator stands before. Anywhere else it stands between two numbers (`2445 198`).
 */
function separatesThousands(text: string, at: number, end: number, digits: number, value: number): boolean {
  if (digits === 0 || digitOf(text.charCodeAt(at - 1)) < 0) return false;
  if (digits > 3 ? text.charCodeAt(at - 4) !== text.charCodeAt(at) : value < 10 ** (digits - 1)) return false;
  for (let i = 1; i <= 3; i++) if (at + i >= end || digitOf(text.charCodeAt(at + i)) < 0) return false;
  return at + 4 >= end || digitOf(text.charCodeAt(at + 4)) < 0;
}

/**
 * What may follow a number in its cell: nothing, a unit, a remark. A second number without words between
 * (`3 45`, `1/2`, `1-2`, `3，5`, `3～5`) is two cells in one or a slip: not a number, never guessed.
 */
function isRemark(text: string, start: number, end: number): boolean {
  if (start >= end) return true;
  if (end - start > LONGEST_REMARK) return false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (digitOf(code) >= 0) return false;
    // `2445和198`, `2445(198`: a second number with next to nothing between.
    if (isHan(code) || BRACKETS.has(code)) return !isNumberBehind(text, at, end);
    if (!isSpace(code)) return false;
  }
  return true;
}

const CONJUNCTIONS = new Set([...'和及与或至到'].map((char) => char.charCodeAt(0)));

/** Whether a bracket or an “and” at `at` has a number right after it. */
function isNumberBehind(text: string, at: number, end: number): boolean {
  if (!BRACKETS.has(text.charCodeAt(at)) && !CONJUNCTIONS.has(text.charCodeAt(at))) return false;
  let next = at + 1;
  while (next < end && isSpace(text.charCodeAt(next))) next++;
  return next < end && digitOf(text.charCodeAt(next)) >= 0;
}

/** The end of what stands in a span, without the emphasis and white space after it. */
export function wordEnd(text: string, { start, end }: Span): number {
  let to = end;
  while (to > start && (isSpace(text.charCodeAt(to - 1)) || isEmphasis(text.charCodeAt(to - 1)))) to--;
  return to;
}

function trimmed(text: string, start: number, end: number): Span {
  let to = end;
  while (to > start && isSpace(text.charCodeAt(to - 1))) to--;
  return { start, end: to };
}

/**
 * Where a number goes into a blank cell: inside the padding of its first line, never past a line break;
 * an entity such as `&nbsp;` is replaced, since it stands for the blank.
 */
function blankSpan(text: string, start: number, end: number): Span {
  let at = start;
  while (at < end && !isLineEnd(text.charCodeAt(at)) && isSpace(text.charCodeAt(at))) at++;
  if (at < end && text[at] === '&') return { start: at, end: residueEnd(text, at, end) };
  const inside = at - start > 1 ? start + 1 : start;
  return { start: inside, end: inside };
}
