/** What every lexer makes of a text: cells, and marks where rows end. Nothing here knows a statutory label. */

import { isDigit } from '../text/digits.ts';
import { isHan } from '../text/han.ts';
import { isLineEnd } from '../text/lines.ts';
import { trim } from '../text/normalise.ts';
import { cover, type Span } from '../text/span.ts';
import { type Content, contentOf, keyOfParagraph, mayBeLabel, unnumberedKey } from './content.ts';
import { LAYOUTS, type LayoutId, type LooseLayoutId } from './layouts.ts';
import type { Paragraph, Run, Shown } from './paragraph.ts';

export type TokenKind =
  | 'cell'
  /** A piece of a line without separators: a cell, a part of one, or prose; only the words can tell. */
  | 'loose'
  /** The row ends here for certain. */
  | 'end'
  /** The row ends here, or an empty cell stands here: the layout writes both alike. */
  | 'weak-end'
  /** Empty cells stood here; how many, and between which, is lost. */
  | 'gap'
  /** A table ends here: markup says so, or prose stands between. */
  | 'table-end';

/** Where a cell stands, in layouts whose places say something. */
export interface Place {
  /** Of a piece of a line without separators: the line, from 0 in the text; else -1. */
  readonly line: number;
  /** Of a piece with which its line begins: the column of the screen where it stands; else -1. */
  readonly indent: number;
  /**
   * How the numbers of a row stand, at its label or, without one, at the first of them: `torn` over several lines or in
   * none of their label’s; `late`: in a line of their label, but not in its first.
   */
  readonly numbers: 'torn' | 'late' | null;
  /** Where cells are told by their place: how many spaces after this one a longer number may take; else -1. */
  readonly room: number;
  /** An empty cell without a place of its own: what is written there would not be read as its number. */
  readonly placeless: boolean;
}

const ANYWHERE: Place = { line: -1, indent: -1, numbers: null, room: -1, placeless: false };

const DIGITS = /^\d+$/;

/**
 * A cell or a mark. It can say what it holds, as a number and as a word: decoded when it is first asked, and once. So
 * nobody after the lexers needs the text to know what stands in a cell. Marks are never asked.
 */
export class Token implements Paragraph {
  readonly text: string;
  readonly kind: TokenKind;
  readonly layout: LayoutId;
  /** A cell's content with its padding, without separators. */
  readonly start: number;
  readonly end: number;
  readonly shown: Shown | undefined;
  readonly place: Place;
  private decoded: Content | null = null;
  private word: string | null = null;

  constructor(text: string, kind: TokenKind, layout: LayoutId, start: number, end: number, shown?: Shown, place = ANYWHERE) {
    this.text = text;
    this.kind = kind;
    this.layout = layout;
    this.start = start;
    this.end = end;
    this.shown = shown;
    this.place = place;
  }

  get content(): Content {
    this.decoded ??= isWords(this) ? { kind: 'text', span: this.ink } : contentOf(this.text, this);
    return this.decoded;
  }

  /** What stands in the cell. A run of digits is a number, even one too long to be one. */
  get holds(): Content['kind'] {
    const { text, layout, start, end } = this;
    if (LAYOUTS[layout].runs && isDigitAt(text, start) && isDigitAt(text, end - 1)) return 'number';
    return this.content.kind;
  }

  /** Asked of every sentence: what begins with a Chinese character is words, but for a single one, which may be a mark for none. */
  get isProse(): boolean {
    return this.end - this.start > 1 && isHan(this.text.charCodeAt(this.start));
  }

  /** What identifies the word; empty where the cell can be no label. */
  get key(): string {
    this.word ??= mayBeLabel(this.text, this) ? keyOfParagraph(this.text, this) : '';
    return this.word;
  }

  /** The key without the number before it, where a label is numbered in another way than the form’s; else empty. */
  get unnumbered(): string {
    return this.key && unnumberedKey(this.text, this, this.key);
  }

  /** The digits, where nothing separates cells and nothing else stands in this one; else empty. */
  get digits(): string {
    if (!LAYOUTS[this.layout].loose || !isDigitAt(this.text, this.start)) return '';
    return DIGITS.test(this.written) ? this.written : '';
  }

  /** As it stands in the source. */
  get written(): string {
    return this.text.slice(this.start, this.end);
  }

  /** Without the white space around. */
  get ink(): Span {
    return trim(this.text, this.start, this.end);
  }

  /** The same content in another place of the model: put into a row, or taken for an empty cell. */
  as(kind: TokenKind, layout: LayoutId, numbers: Place['numbers'] = null): Token {
    const place = numbers ? { ...ANYWHERE, numbers } : ANYWHERE;
    const same = new Token(this.text, kind, layout, this.start, this.end, this.shown, place);
    same.decoded = this.decoded;
    same.word = this.word;
    return same;
  }

  /** The same cell where it stands, with more said of its place. */
  at(place: Partial<Place>): Token {
    return new Token(this.text, this.kind, this.layout, this.start, this.end, this.shown, { ...this.place, ...place });
  }

  /** Another stretch of the source in the same place: longer, shorter, or a part of it. */
  over(start: number, end: number, layout = this.layout): Token {
    return new Token(this.text, this.kind, layout, start, end, undefined, this.place);
  }

  /** One of the numbers that a run of digits holds, at its place. */
  numberAt(start: number, value: number): Token {
    const span = { start, end: start + String(value).length };
    const number = this.over(span.start, span.end);
    number.decoded = { kind: 'number', value, span, remark: '', whole: true, signed: false };
    return number;
  }
}

/** Most cells of words begin with two Chinese characters: no number does, and no mark for none. */
const isWords = ({ text, shown, start, end }: Token): boolean =>
  shown === undefined && end - start > 1 && isHan(text.charCodeAt(start)) && isHan(text.charCodeAt(start + 1));

const isDigitAt = (text: string, at: number): boolean => isDigit(text.charCodeAt(at));

export type Emit = (token: Token) => void;

export const cell = (text: string, layout: LayoutId, start: number, end: number, shown?: Shown): Token =>
  new Token(text, 'cell', layout, start, end, shown);
export const loose = (text: string, layout: LooseLayoutId, start: number, end: number, line: number, indent: number): Token =>
  new Token(text, 'loose', layout, start, end, undefined, { line, indent, numbers: null, room: -1, placeless: false });
export const end = (text: string, layout: LayoutId, at: number): Token => new Token(text, 'end', layout, at, at);
export const weakEnd = (text: string, layout: LayoutId, at: number): Token => new Token(text, 'weak-end', layout, at, at);
export const gap = (text: string, layout: LayoutId, at: number): Token => new Token(text, 'gap', layout, at, at);
export const tableEnd = (text: string, layout: LayoutId, at: number): Token => new Token(text, 'table-end', layout, at, at);

/** A piece of a cell; `tight` where it goes on with the one before, as a number that its column was too narrow for. */
export interface CellPiece extends Span {
  readonly tight?: boolean;
}

/** How many spaces stand after a cell that ends at `end`, up to the next one, but for the one that keeps them apart. */
export function roomAfter(text: string, end: number): number {
  let at = end;
  while (text.charAt(at) === ' ') at++;
  const last = isLineEnd(text.charCodeAt(at)) || at === text.length;
  return Math.max(0, at - end - (last ? 0 : 1));
}

/** One cell from the pieces of text that stand in it, in reading order; `place` is where text goes when there is none. */
export function joined(text: string, layout: LayoutId, pieces: readonly CellPiece[], place: number): Token {
  const [first] = pieces;
  const last = pieces[pieces.length - 1];
  if (!first || !last) return cell(text, layout, place, place);
  if (first === last) return cell(text, layout, first.start, first.end);
  let shown = '';
  const runs = pieces.map(({ start, end: stop, tight }, index): Run => {
    // Numbers one below the other are two numbers, not one.
    if (index > 0 && !tight) shown += '\n';
    const run = { start, end: stop, at: shown.length };
    shown += text.slice(start, stop);
    return run;
  });
  return cell(text, layout, first.start, cover(pieces).end, { text: shown, runs });
}
