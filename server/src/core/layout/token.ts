/** What every lexer makes of a text: cells, and marks where rows end. Nothing here knows a statutory label. */
import { isLineEnd } from '../text/lines.ts';
import { cover, type Span } from '../text/span.ts';
import type { LayoutId, LooseLayoutId } from './layouts.ts';

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

/** A stretch of source that shows as text, and its place in the shown text. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

/** The text that a reader sees where markup, entities or other columns stand between its pieces. */
export interface Shown {
  readonly text: string;
  readonly runs: readonly Run[];
}

/** All tokens have all fields: they are looked at hundreds of thousands of times, and objects of one shape are fast to look at. */
export interface Token {
  readonly kind: TokenKind;
  readonly layout: LayoutId;
  /** A cell's content with its padding, without separators. */
  readonly start: number;
  readonly end: number;
  readonly shown: Shown | undefined;
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

/** A line or paragraph outside the tables: where headings, titles and prose are found. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly shown?: Shown | undefined;
}

export type Emit = (token: Token) => void;

const token = (
  kind: TokenKind,
  layout: LayoutId,
  start: number,
  end: number,
  { shown, line = -1, indent = -1, numbers = null }: Partial<Pick<Token, 'shown' | 'line' | 'indent' | 'numbers'>> = PLAIN,
): Token => ({ kind, layout, start, end, shown, line, indent, numbers, room: -1, placeless: false });
const PLAIN = {};

export const cell = (layout: LayoutId, start: number, end: number, shown?: Shown): Token =>
  shown ? token('cell', layout, start, end, { shown }) : token('cell', layout, start, end);
/** A cell of a row that was put together from pieces of lines. */
export const valueCell = (layout: LooseLayoutId, start: number, end: number, numbers: Token['numbers']): Token =>
  numbers ? token('cell', layout, start, end, { numbers }) : token('cell', layout, start, end);
export const loose = (layout: LooseLayoutId, start: number, end: number, line: number, indent: number): Token =>
  token('loose', layout, start, end, { line, indent });
export const end = (layout: LayoutId, at: number): Token => token('end', layout, at, at);
export const weakEnd = (layout: LayoutId, at: number): Token => token('weak-end', layout, at, at);
export const gap = (layout: LayoutId, at: number): Token => token('gap', layout, at, at);
export const tableEnd = (layout: LayoutId, at: number): Token => token('table-end', layout, at, at);

/** A piece of a cell; `tight` where it goes on with the one before, as a number that its column was too narrow for. */
export interface CellPiece extends Span {
  readonly tight?: boolean;
}

/** The cell with the spaces after it up to the next one, but for the one that keeps them apart. */
export function withRoom(text: string, own: Token): Token {
  let at = own.end;
  while (text.charAt(at) === ' ') at++;
  const last = isLineEnd(text.charCodeAt(at)) || at === text.length;
  return { ...own, room: Math.max(0, at - own.end - (last ? 0 : 1)) };
}

/** One cell from the pieces of text that stand in it, in reading order; `place` is where text goes when there is none. */
export function joined(text: string, layout: LayoutId, pieces: readonly CellPiece[], place: number): Token {
  const [first] = pieces;
  const last = pieces[pieces.length - 1];
  if (!first || !last) return cell(layout, place, place);
  if (first === last) return cell(layout, first.start, first.end);
  let shown = '';
  const runs = pieces.map(({ start, end: stop, tight }, index): Run => {
    // Numbers one below the other are two numbers, not one.
    if (index > 0 && !tight) shown += '\n';
    const run = { start, end: stop, at: shown.length };
    shown += text.slice(start, stop);
    return run;
  });
  return cell(layout, first.start, cover(pieces).end, { text: shown, runs });
}
