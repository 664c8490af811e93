/** Cuts a paragraph of prose into known phrases, numbers with their units, punctuation, and the text between. */

import { readProseNumber } from '../../text/han-numerals.ts';
import type { Phrase, Phrases } from '../phrases.ts';

type TokenKind =
  /** A count with its unit; `text` covers both. */
  | 'count'
  | 'percent'
  /** `2022年`, as `value`. */
  | 'year'
  /** A phrase that the data knows. */
  | 'word'
  /** Anything else, a number without a unit of count among it. */
  | 'text'
  | 'comma'
  | 'colon'
  | 'semicolon'
  | 'stop'
  | 'open'
  | 'close';

export interface ProseToken {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Nesting in brackets. */
  readonly depth: number;
  readonly phrase?: Phrase | undefined;
  readonly number?: CountNumber | undefined;
}

export interface CountNumber {
  readonly value: number;
  readonly step: number;
  readonly decimals: number;
  readonly unit: string;
  /** End of the number itself, before its unit. */
  readonly end: number;
  /** 15余件 */
  readonly vague: boolean;
}

const UNIT =
  /^(?:件次|条次|件|条(?!例|款|规定|[一二三])|宗|份|起(?!草)|例(?!会|行)|项(?!目)|个(?!工作日|月|百分点|小时|自然日|人|性化|方面)|部(?!门|分|署|级|委)|次(?!年|日)|封|单(?!位)|篇|期|则)/;
const PUNCTUATION: Readonly<Record<string, TokenKind>> = {
  '，': 'comma',
  ',': 'comma',
  '：': 'colon',
  ':': 'colon',
  '；': 'semicolon',
  ';': 'semicolon',
  '。': 'stop',
  '！': 'stop',
  '？': 'stop',
  '（': 'open',
  '(': 'open',
  '【': 'open',
  '[': 'open',
  '）': 'close',
  ')': 'close',
  '】': 'close',
  ']': 'close',
};
const NUMERALS = '0123456789〇零一二两三四五六七八九十百千';
/** 1 for each character that is more than text: marks, numerals, what opens a title. */
const MARKS = new Uint8Array(0x10000);
for (const char of [...Object.keys(PUNCTUATION), ...NUMERALS, '《']) MARKS[char.charCodeAt(0)] = 1;
const ORDINAL = /[第之]/;
// No title of a document is longer.
const LONGEST_TITLE = 80;

export function tokenize(text: string, phrases: Phrases): ProseToken[] {
  const tokens: ProseToken[] = [];
  let plain = -1;
  let depth = 0;
  const push = (kind: TokenKind, start: number, end: number, phrase?: Phrase, number?: CountNumber): void => {
    if (plain >= 0) tokens.push({ kind: 'text', start: plain, end: start, depth, phrase: undefined, number: undefined });
    plain = -1;
    tokens.push({ kind, start, end, depth, phrase, number });
  };
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const begins = phrases.firsts[code] === 1;
    if (!begins && MARKS[code] === 0) {
      if (plain < 0) plain = at;
      at++;
      continue;
    }
    const char = text[at] as string;
    const marked = MARKS[code] === 1;
    const mark = marked ? PUNCTUATION[char] : undefined;
    if (mark) {
      if (mark === 'open') depth++;
      push(mark, at, at + 1);
      if (mark === 'close') depth = Math.max(0, depth - 1);
      at++;
      continue;
    }
    if (char === '《') {
      const close = text.slice(at, at + LONGEST_TITLE).indexOf('》');
      if (plain < 0) plain = at;
      at += Math.max(1, close + 1);
      continue;
    }
    const phrase = begins ? phraseAt(text, at, phrases) : undefined;
    const number = marked ? numberAt(text, at) : null;
    if (number && number.end - at >= (phrase?.text.length ?? 0)) {
      if (number.kind === 'text') {
        if (plain < 0) plain = at;
      } else push(number.kind, at, number.end, undefined, number.number);
      at = number.end;
      continue;
    }
    if (phrase) {
      push('word', at, at + phrase.text.length, phrase);
      at += phrase.text.length;
      continue;
    }
    if (plain < 0) plain = at;
    at++;
  }
  if (plain >= 0) tokens.push({ kind: 'text', start: plain, end: text.length, depth, phrase: undefined, number: undefined });
  return tokens;
}

function phraseAt(text: string, at: number, { byFirst }: Phrases): Phrase | undefined {
  for (const phrase of byFirst.get(text[at] as string) ?? []) if (text.startsWith(phrase.text, at)) return phrase;
  return undefined;
}

interface NumberAt {
  readonly kind: 'count' | 'percent' | 'year' | 'text';
  readonly end: number;
  readonly number?: CountNumber;
}

function numberAt(text: string, at: number): NumberAt | null {
  const read = readProseNumber(text, at);
  if (!read) return null;
  const plain = { value: read.value, step: read.step, decimals: read.decimals, end: read.end, unit: '', vague: false };
  const after = text[read.end];
  if (read.han) {
    const unit = ORDINAL.test(text[at - 1] ?? '') ? undefined : UNIT.exec(text.slice(read.end, read.end + 5))?.[0];
    // 一件件, 一项项; 一次 and 一个 are mostly no counts.
    if (!unit || '次个期则篇部单项'.includes(unit) || text[read.end + unit.length] === unit) return null;
    return { kind: 'count', end: read.end + unit.length, number: { ...plain, unit } };
  }
  if (after === '%') return { kind: 'percent', end: read.end + 1, number: { ...plain, unit: '%' } };
  if (after === '年' && read.decimals === 0 && read.value >= 1990 && read.value <= 2100)
    return { kind: 'year', end: read.end + (text[read.end + 1] === '度' ? 2 : 1), number: plain };
  if (ORDINAL.test(text[at - 1] ?? '') || /[A-Za-z.\-—]/.test(text[at - 1] ?? '')) return { kind: 'text', end: read.end };
  const vague = /^[余多来几]/.test(text.slice(read.end, read.end + 1));
  const from = read.end + (vague ? 1 : 0);
  const unit = UNIT.exec(text.slice(from, from + 6))?.[0];
  if (unit) return { kind: 'count', end: from + unit.length, number: { ...plain, unit, vague } };
  // 5月, 12日, 20个工作日, 3人次: part of the words around.
  return { kind: 'text', end: read.end };
}
