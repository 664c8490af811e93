/** Reduces a label to the characters that identify it, whatever converter it came through. */
import { isDigit } from './digits.ts';
import { isHan } from './han.ts';
import type { Span } from './span.ts';
import { isTraditional, simplified } from './traditional.ts';

/** No statutory label, broken over lines and marked up, is longer than this. */
export const LONGEST_LABEL = 160;

/** 〇 is written as a number, and stands in another block. */
const isIdeograph = (code: number): boolean => isHan(code) || code === 0x3007;
const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
// CJK radicals, enclosed numbers and compatibility ideographs: rare, so only these pay for NFKC.
const needsNfkc = (code: number): boolean =>
  (code >= 0x2460 && code <= 0x24ff) ||
  (code >= 0x2e80 && code <= 0x2fdf) ||
  (code >= 0x3220 && code <= 0x33ff) ||
  (code >= 0xf900 && code <= 0xfaff);

/** White space in any width, and the characters that show nothing. */
export const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200f) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x2060 ||
  code === 0xfeff;

export function trim(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/**
 * The end of what a converter has left at `at` (a `[bookmark: …]` or `[image: …]`, a tag, an entity,
 * a Markdown line break), or `at` where there is none. Bounded, so hostile input stays linear.
 */
export function residueEnd(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  const limit = Math.min(end, at + 80);
  if (code === 0x5b && isLatin(text.charCodeAt(at + 1))) {
    const close = indexBefore(text, ']', at, limit);
    if (close > 0 && /^\[(?:bookmark|image|img)\b/i.test(text.slice(at, close))) return close + 1;
  } else if (code === 0x3c && (isLatin(text.charCodeAt(at + 1)) || text.charCodeAt(at + 1) === 0x2f)) {
    const close = indexBefore(text, '>', at, limit);
    if (close > 0) return close + 1;
  } else if (code === 0x26) {
    const close = indexBefore(text, ';', at, Math.min(end, at + 10));
    if (close > 0) return close + 1;
  }
  return at;
}

function indexBefore(text: string, mark: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (text[at] === mark) return at;
  return -1;
}

/**
 * The key of a label: its Han characters, digits and Latin letters, everything else dropped
 * (white space, brackets, punctuation, quotes, emphasis, residue, glosses), full width made half width,
 * traditional characters simplified.
 * Empty when the text is too long to be a label or holds nothing.
 */
export function labelKey(text: string, start: number, end: number): string {
  if (end - start > LONGEST_LABEL) return '';
  let key = '';
  let from = -1;
  let traditional = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isIdeograph(code) || isDigit(code)) {
      if (from < 0) from = at;
      if (isTraditional(code)) traditional = true;
      continue;
    }
    if (from >= 0) {
      key += text.slice(from, at);
      from = -1;
    }
    if (code === 0x5b || code === 0x3c || code === 0x26 || code === 0x28 || code === 0xff08) {
      const past = code === 0x28 || code === 0xff08 ? glossEnd(text, at, end) : residueEnd(text, at, end);
      if (past > at) {
        at = past - 1;
        continue;
      }
    }
    if (isLatin(code)) key += text[at];
    else if (code >= 0xff10 && code <= 0xff5a) {
      const half = code - 0xfee0;
      if (isDigit(half) || isLatin(half)) key += String.fromCharCode(half);
    } else if (needsNfkc(code)) key += labelKey((text[at] as string).normalize('NFKC'), 0, 4);
  }
  if (from >= 0) key += text.slice(from, end);
  return traditional ? simplified(key) : key;
}

/** The end of a gloss in brackets that tells how a character is read (`規(guī)章`), or `at` where there is none. */
function glossEnd(text: string, at: number, end: number): number {
  let to = at + 1;
  while (to < end && to - at < 9 && isPinyin(text.charCodeAt(to))) to++;
  const code = text.charCodeAt(to);
  return to > at + 1 && to < end && (code === 0x29 || code === 0xff09) ? to + 1 : at;
}

/** A Latin letter, with or without a tone mark. */
const isPinyin = (code: number): boolean => isLatin(code) || (code >= 0xc0 && code <= 0x1dc) || (code >= 0x300 && code <= 0x30c);

/** Whether a character is part of what identifies a label. */
export const isIdentifying = (code: number): boolean =>
  isIdeograph(code) ||
  isDigit(code) ||
  isLatin(code) ||
  (code >= 0xff10 && code <= 0xff5a && (isDigit(code - 0xfee0) || isLatin(code - 0xfee0)));

/** The same for a whole string. */
export const keyOf = (label: string): string => labelKey(label, 0, label.length);

const NUMBER = /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})/;

/** A key without the number of the row or the heading. */
export const withoutNumber = (key: string): string => key.replace(NUMBER, '');

/** Whether any character says something: a letter or a number of any script, not punctuation. */
export const isInk = (text: string): boolean => /[\p{L}\p{N}\p{Co}\p{Cs}]/u.test(text);
