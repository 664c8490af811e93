/** A token that says what it holds, as a number and as a word: decoded when it is first asked, and once. */

import { LAYOUTS } from '../../layout/layouts.ts';
import type { Token } from '../../layout/token.ts';
import { isDigit } from '../../text/digits.ts';
import { trim } from '../../text/normalise.ts';
import type { Span } from '../../text/span.ts';
import { type Content, contentOf, keyOfToken, mayBeLabel, unnumberedKey } from './content.ts';

const DIGITS = /^\d+$/;

/** From here on nobody needs the text to know what stands in a cell. Marks between cells (ends, gaps) are never asked. */
export class Cell {
  readonly token: Token;
  private readonly text: string;
  private decoded: Content | null;
  private word: string | null = null;

  constructor(text: string, token: Token, content: Content | null = null) {
    this.text = text;
    this.token = token;
    this.decoded = content;
  }

  get content(): Content {
    this.decoded ??= isWords(this.text, this.token) ? { kind: 'text', span: this.ink } : contentOf(this.text, this.token);
    return this.decoded;
  }

  /** A run of digits is a number, even one too long to be one. */
  get kind(): Content['kind'] {
    const { layout, start, end } = this.token;
    if (layout === 'glued' && isDigitAt(this.text, start) && isDigitAt(this.text, end - 1)) return 'number';
    return this.content.kind;
  }

  /** Asked of every sentence: what begins with a Chinese character is words, but for a single one, which may be a mark for none. */
  get isProse(): boolean {
    const { start, end } = this.token;
    return end - start > 1 && isHan(this.text.charCodeAt(start));
  }

  /** What identifies the word; empty where the cell can be no label. */
  get key(): string {
    this.word ??= mayBeLabel(this.text, this.token) ? keyOfToken(this.text, this.token) : '';
    return this.word;
  }

  /** The key without the number before it, where a label is numbered in another way than the form’s; else empty. */
  get unnumbered(): string {
    return this.key && unnumberedKey(this.text, this.token, this.key);
  }

  /** The digits, where nothing separates cells and nothing else stands in this one; else empty. */
  get digits(): string {
    const { layout, start, end } = this.token;
    if (!LAYOUTS[layout].loose || !isDigitAt(this.text, start)) return '';
    const written = this.text.slice(start, end);
    return DIGITS.test(written) ? written : '';
  }

  /** Without the white space around. */
  get ink(): Span {
    return trim(this.text, this.token.start, this.token.end);
  }

  /** The same content under another token: put into a row, or taken for an empty cell. */
  as(token: Token): Cell {
    return new Cell(this.text, token, this.decoded);
  }

  /** One of the numbers that a run of digits holds, at its place. */
  numberAt(start: number, value: number): Cell {
    const span = { start, end: start + String(value).length };
    return new Cell(this.text, { ...this.token, ...span }, { kind: 'number', value, span, remark: '', whole: true, signed: false });
  }
}

/** Most cells of words begin with two Chinese characters: no number does, and no mark for none. */
const isWords = (text: string, { shown, start, end }: Token): boolean =>
  shown === undefined && end - start > 1 && isHan(text.charCodeAt(start)) && isHan(text.charCodeAt(start + 1));

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
const isDigitAt = (text: string, at: number): boolean => isDigit(text.charCodeAt(at));
