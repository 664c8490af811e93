/** A token decoded, once: what it says as a number and as a word. From here on nobody looks into the text of a cell again. */
import { isLoose, type Token } from '../../layout/token.ts';
import { trim } from '../../text/normalise.ts';
import type { Span } from '../../text/span.ts';
import { type Content, contentOf, isDigit, keyOfToken, mayBeLabel, unnumberedKey } from './content.ts';

/** Marks between cells (ends of rows and tables, gaps) are decoded as blanks without a key, so that all have one shape. */
export interface Cell {
  readonly token: Token;
  /** A run of digits is a number, even one too long to be one. */
  readonly kind: Content['kind'];
  readonly content: Content;
  /** What identifies the word; empty where the cell can be no label. */
  readonly key: string;
  /** The key without the number before it, where a label is numbered in another way than the form’s; else empty. */
  readonly unnumbered: string;
  /** The digits, where nothing separates cells and nothing else stands in this one; else empty. */
  readonly digits: string;
  /** Without the white space around. */
  readonly ink: Span;
}

const HAN = /[\u4e00-\u9fff]/;
const DIGITS = /^\d+$/;

export function decode(text: string, token: Token): Cell {
  if (token.kind !== 'cell' && token.kind !== 'loose') return markOf(token);
  const content = isProse(text, token) ? textOf(token) : contentOf(text, token);
  const key = mayBeLabel(text, token) ? keyOfToken(text, token) : '';
  return {
    token,
    kind: token.layout === 'glued' && isDigitAt(text, token.start) && isDigitAt(text, token.end - 1) ? 'number' : content.kind,
    content,
    key,
    unnumbered: key && unnumberedKey(text, token, key),
    digits: isLoose(token.layout) && key === '' ? digitsIn(text, token) : '',
    ink: trim(text, token.start, token.end),
  };
}

/** One of the numbers that a run of digits holds, at its place. */
export function numberAt(run: Cell, value: number, start: number): Cell {
  const span = { start, end: start + String(value).length };
  const content: Content = { kind: 'number', value, span, remark: '', whole: true, signed: false };
  return { ...run, token: { ...run.token, ...span }, content, digits: String(value), ink: span };
}

/** A mark that is taken for an empty cell. */
export const blankAt = ({ token, content, ...mark }: Cell): Cell => ({ ...mark, token: { ...token, kind: 'cell' }, content });

function digitsIn(text: string, { start, end }: Token): string {
  const written = text.slice(start, end);
  return DIGITS.test(written) ? written : '';
}

const isDigitAt = (text: string, at: number): boolean => isDigit(text.charCodeAt(at));

/** Asked of every sentence: all that begins with a Chinese character is text, but for a single one. */
const isProse = (text: string, { kind, start, end }: Token): boolean => kind === 'loose' && end - start > 1 && HAN.test(text.charAt(start));

const textOf = ({ start, end }: Token): Content => ({ kind: 'text', span: { start, end } });

function markOf(token: Token): Cell {
  const span = { start: token.start, end: token.end };
  return { token, kind: 'blank', content: { kind: 'blank', span }, key: '', unnumbered: '', digits: '', ink: span };
}
