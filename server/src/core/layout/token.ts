/** What every lexer makes of a text: cells, and marks where rows end. Nothing here knows a statutory label. */

export type LayoutId = 'cell-lines' | 'trailing-pipes' | 'tsv' | 'markdown' | 'html' | 'bare-lines';

export type TokenKind =
  | 'cell'
  /** The row ends here for certain. */
  | 'end'
  /** The row ends here, or an empty cell stands here: the layout writes both alike. */
  | 'weak-end'
  /** A table ends here; only markup says so. */
  | 'table-end';

/** A stretch of source that shows as text, and its place in the shown text. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

/** The text that a reader sees where markup or entities make it differ from the source. */
export interface Shown {
  readonly text: string;
  readonly runs: readonly Run[];
}

export interface Token {
  readonly kind: TokenKind;
  readonly layout: LayoutId;
  /** A cell's content with its padding, without separators. */
  readonly start: number;
  readonly end: number;
  readonly shown?: Shown;
}

/** A line or paragraph outside the tables: where headings, titles and prose are found. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly shown?: Shown;
}

export type Emit = (token: Token) => void;

export const cell = (layout: LayoutId, start: number, end: number): Token => ({ kind: 'cell', layout, start, end });
export const end = (layout: LayoutId, at: number): Token => ({ kind: 'end', layout, start: at, end: at });
export const weakEnd = (layout: LayoutId, at: number): Token => ({ kind: 'weak-end', layout, start: at, end: at });
