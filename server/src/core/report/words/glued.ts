/** Cuts lines in which nothing stands between labels and numbers: `规章000行政规范性文件693665第二十条第（五）项…`. */
import type { Token } from '../../layout/token.ts';
import type { Lexicon } from '../../statute/lexicon.ts';
import { isDigit } from '../../text/digits.ts';
import { isIdentifying, isSpace, keyOf } from '../../text/normalise.ts';
import type { Span } from '../../text/span.ts';
import { begin, goOn } from './word-cursor.ts';

export interface GluedPart {
  readonly kind: 'label' | 'digits' | 'text';
  readonly key: string;
  readonly token: Token;
}

// A longer piece without digits is no line of a header.
const LONGEST_HEADER = 60;
// A sentence may name a few things and numbers; a table names little else.
const FEWEST_PAIRS = 2;
const LEAST_COVERED = 0.7;
// More text than this between two parts is not of the table.
const LONGEST_GAP = 40;

/** The labels, runs of digits and words between them, where a piece of a line holds nothing but a table; else nothing. */
export function cutGlued(token: Token, lexicon: Lexicon): GluedPart[] {
  if (!mayBeGlued(token, lexicon)) return [];
  const parts = partsOf(token, lexicon);
  // A line of a header: labels alone.
  if (parts.length > 1 && parts.every(({ kind }) => kind === 'label')) return parts;
  return chainsOf(parts).flatMap((chain) => (isTable(chain, token) ? chain : []));
}

/** Asked of every sentence: whether a number stands after what may be a label, or labels alone make the line. */
function mayBeGlued({ text, start, end, key }: Token, { beginnings, endings }: Lexicon): boolean {
  if (key && key.length <= LONGEST_HEADER && beginnings.has(key.slice(0, 3))) return true;
  let digits = 0;
  for (let at = start; at < end; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    // A run of digits: at the beginning with a word after it, or with the end of a label in front of it.
    if (at === start) digits = at + 1;
    else if (at === digits) digits = at + 1;
    else if (!isDigit(text.charCodeAt(at - 1)) && endings.has(wordBefore(text, start, at))) return true;
  }
  return digits > start && digits < end && /^[（(]?[\u4e00-\u9fff]/.test(text.slice(digits, digits + 2));
}

/** The two characters before a number, without the bracket or the space between. */
function wordBefore(text: string, start: number, at: number): string {
  let end = at;
  while (end > start && '）)”"』」 '.includes(text.charAt(end - 1))) end--;
  return text.slice(Math.max(start, end - 2), end);
}

/** The characters of a piece that identify words, and where each stands. */
function charactersOf({ text, start, end }: Token): { key: string; at: number[] } {
  const at: number[] = [];
  let key = '';
  for (let offset = start; offset < end; offset++) {
    if (!isIdentifying(text.charCodeAt(offset))) continue;
    key += text[offset];
    at.push(offset);
  }
  // Half-width and simplified: one character stays one character.
  const known = keyOfLong(key);
  return { key: known.length === key.length ? known : key, at };
}

// `keyOf` reads no more than a label at a time.
const keyOfLong = (key: string): string => (key.match(/[\s\S]{1,100}/g) ?? []).map(keyOf).join('');

function partsOf(token: Token, lexicon: Lexicon): GluedPart[] {
  const { text } = token;
  const { key, at } = charactersOf(token);
  const parts: GluedPart[] = [];
  const stopOf = (index: number): number => (at[index - 1] as number) + 1;
  /** The end of the longest label that begins at `from`, or `from`. */
  const labelEnd = (from: number): number => {
    let longest = from;
    let word = begin(key.charAt(from), lexicon);
    for (let to = from + 1; word.bits; to++) {
      if (word.meanings) longest = to;
      const next = to < key.length ? goOn(word, key.charAt(to), lexicon) : null;
      if (!next) break;
      word = next;
    }
    return longest;
  };
  /** Whether the digit before `index` numbers a label: `…0002.其他`. */
  const numbers = (index: number): boolean => (at[index] ?? 0) > (at[index - 1] as number) + 1 && labelEnd(index - 1) > index;
  let unread = 0;
  const add = (kind: GluedPart['kind'], from: number, to: number): void => {
    if (from > unread && kind !== 'text') add('text', unread, from);
    const span = { start: at[from] as number, end: stopOf(to) };
    const { start, end } = kind === 'digits' ? span : withBrackets(token, span);
    parts.push({ kind, key: key.slice(from, to), token: token.over(start, end, 'glued') });
    unread = to;
  };
  for (let index = 0; index < key.length; ) {
    let to = index;
    if (isDigit(key.charCodeAt(index))) {
      while (isDigit(key.charCodeAt(to)) && (to === index || isOneNumber(text, at[to - 1] as number, at[to] as number))) to++;
      if (numbers(to)) to--;
      if (to > index) add('digits', index, to);
      else {
        to = labelEnd(index);
        add('label', index, to);
      }
    } else {
      to = labelEnd(index);
      // A single word of prose is no label; one that numbers follow, or other labels, may be.
      if (to > index) add('label', index, to);
      else to = index + 1;
    }
    index = to;
  }
  if (unread < key.length) add('text', unread, key.length);
  return parts;
}

/** Digits side by side, or with a decimal point between. */
const isOneNumber = (text: string, a: number, b: number): boolean => b === a + 1 || (b === a + 2 && text[a + 1] === '.');

/** A word with the brackets and quotation marks that belong to it. */
function withBrackets(token: Token, span: Span): Span {
  const { text } = token;
  let { start, end } = span;
  while (start > token.start && '（(“"『「'.includes(text.charAt(start - 1))) start--;
  while (end < token.end && '）)”"』」'.includes(text.charAt(end))) end++;
  return { start, end };
}

/** Parts with little other text between them. */
function chainsOf(parts: readonly GluedPart[]): GluedPart[][] {
  const chains: GluedPart[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'text' && part.key.length > LONGEST_GAP) chains.push([]);
    else chains[chains.length - 1]?.push(part);
  }
  return chains;
}

function isTable(chain: readonly GluedPart[], { text, start, end }: Token): boolean {
  const pairs = chain.filter((part, index) => {
    const before = chain[index - 1];
    return part.kind === 'digits' && before?.kind === 'label' && touches(text, before, part) && isFollowedByWord(text, part, end);
  }).length;
  const length = (kinds: readonly string[]): number =>
    chain.reduce((sum, { kind, key }) => sum + (kinds.includes(kind) ? key.length : 0), 0);
  const covered = length(['label', 'digits']) / Math.max(1, length(['label', 'digits', 'text']));
  const whole = chain[0]?.token.start === start && chain[chain.length - 1]?.token.end === end && covered === 1;
  const continues = chain[0]?.kind === 'digits' && chain[1]?.kind === 'label';
  return (pairs >= FEWEST_PAIRS && covered >= LEAST_COVERED) || (whole && (pairs > 0 || continues));
}

/** Nothing but closing brackets and white space stands between a label and its digits. */
const touches = (text: string, label: GluedPart, digits: GluedPart): boolean =>
  /^[）)”"』」\s]*$/.test(text.slice(label.token.end, digits.token.start));

/** In a sentence a unit or a comma follows a number; in a table the next label does, or nothing. */
function isFollowedByWord(text: string, { token }: GluedPart, end: number): boolean {
  let at = token.end;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at >= end || !/[，、；。,;.．件宗项条个次人元万]/.test(text.charAt(at));
}
