/** The model of a report: what the reader found, where it stands, and what it could not read. */

import type { LayoutId } from '../layout/layouts.ts';
import type { Paragraph } from '../layout/paragraph.ts';
import type { CellSpec, Form, RowSpec, TableForm } from '../statute/form.ts';
import type { LabelEntry, Lexicon } from '../statute/lexicon.ts';
import { type Lines, splitLines } from '../text/lines.ts';
import { memo } from '../text/memo.ts';
import type { Span } from '../text/span.ts';

export type CellState =
  | 'number'
  | 'blank'
  /** Something else than a number stands there, or a number that the form does not allow (A5). */
  | 'invalid'
  /** The row is there, this cell of it is not. */
  | 'missing'
  /** The row has the wrong number of cells, so nobody can say which is which. */
  | 'unreadable';

export interface BoundCell {
  readonly spec: CellSpec;
  readonly state: CellState;
  /** The number's own characters, or the place where a number would go. */
  readonly span: Span;
  /** More than one piece where markup cuts the number apart; an edit writes the first and empties the others. */
  readonly pieces?: readonly Span[];
  /** The number as written (no unit is converted); `null` where there is none. */
  readonly value: number | null;
  /** A unit or a remark after the number; mostly empty. */
  readonly remark: string;
  /** The digits after the point, where there is one, or of a blank those of its row: a number that takes its place has no fewer. */
  readonly places?: number;
  /** Where cells are told by their place: how many spaces after this one a longer number may take. */
  readonly room?: number;
  /** A blank without a place of its own (`Place.placeless`): nothing can be written into it. */
  readonly placeless?: true;
}

export interface BoundRow {
  readonly spec: RowSpec;
  /** The row's label, or the first cell of an unlabelled row. */
  readonly label: Span;
  /** Cells before the label in its row: merged label cells, group labels. */
  readonly leading: readonly Span[];
  readonly span: Span;
  readonly layout: LayoutId;
  /** How many cells stand in the row, merged label cells not counted; `spec.cells.length` are due. */
  readonly found: number;
  /**
   * Too few or too many cells to tell which is which; `glued`: one run of digits that can be cut in several ways;
   * `torn`: numbers set in columns that do not stand in the line of their label; `scrambled`: the whole table is out of order.
   */
  readonly misfit: 'short' | 'long' | 'glued' | 'torn' | 'scrambled' | null;
  readonly cells: readonly BoundCell[];
}

export interface BoundTable {
  readonly form: Form;
  readonly spec: TableForm;
  readonly layout: LayoutId;
  /** The first word of the table. */
  readonly head: Span;
  /** From the first word of the table to its last cell. */
  readonly span: Span;
  /** By row index; a row that is not in the text is `undefined`. */
  readonly rows: readonly (BoundRow | undefined)[];
  /** By cell index; `undefined` where the row is not in the text. */
  readonly cells: readonly (BoundCell | undefined)[];
  /** Words of the table that only this edition knows. */
  readonly evidence: readonly Span[];
  /** The statutory words of the table as they stand in the text. */
  readonly words: readonly FoundWord[];
  /** Rows that stand in the text once more, with all their cells; `rows` has the first. */
  readonly duplicates: readonly BoundRow[];
  /** Labels and numbers are torn apart: nothing of it is read. */
  readonly scrambled: boolean;
}

export interface FoundWord {
  readonly span: Span;
  /** What identifies it as written; `entry.key` is how the notice has it. */
  readonly key: string;
  readonly entry: LabelEntry;
  /** Other text or markup stands between its characters. */
  readonly broken: boolean;
  /** No form has these words: they were taken for the form's by their place among other rows and their likeness. */
  readonly claimed?: true;
}

export interface Section {
  readonly id: string;
  readonly ordinal: number;
  readonly heading: Span;
  /** Heading and body. */
  readonly span: Span;
  /** Where the same heading stands once more. */
  readonly repeats: readonly Span[];
  /** No form has its words: it is known by its number and its place. */
  readonly claimed?: true;
}

export interface Report {
  /** The part of the file that is this report. */
  readonly span: Span;
  /** The edition of its tables, or, without tables, the one in force for its year. */
  readonly form: Form | null;
  /** The edition in force for the reporting year, if the year is known. */
  readonly due: Form | null;
  readonly reportingYear: number | null;
  readonly unit: string | null;
  readonly title: Span | null;
  readonly layout: LayoutId | null;
  readonly sections: readonly Section[];
  readonly tables: readonly BoundTable[];
  /** Its lines and paragraphs, those of tables among them. */
  readonly paragraphs: readonly Paragraph[];
  /** Where the report uses a form that is known by name only (before 2019). */
  readonly legacy: { readonly form: Form; readonly spans: readonly Span[] } | null;
}

/** A file read: the reports in it, if any. */
export interface Document {
  readonly text: string;
  readonly lines: Lines;
  /** The words it was read with: a fix that writes tables anew reads its own result. */
  readonly lexicon: Lexicon;
  readonly reports: readonly Report[];
}

/** A text with its lines, whatever else is known of it. */
export type PlainDocument = Pick<Document, 'text' | 'lines'>;

export const plainDocument = (text: string): PlainDocument => ({ text, lines: splitLines(text) });

/** The values of a table by cell index, as relations judge them: only numbers that are allowed where they stand. */
export const valuesOf = memo(({ cells }: BoundTable): readonly (number | null)[] =>
  cells.map((cell) => (cell?.state === 'number' ? cell.value : null)),
);

/** The table with the most cells: its edition and layout stand for the report's. */
export const largestOf = (tables: readonly BoundTable[]): BoundTable | null =>
  tables.reduce<BoundTable | null>((best, table) => (best && best.cells.length >= table.cells.length ? best : table), null);

/** The table of a report by its id. */
export const tableOf = (report: Report, id: string): BoundTable | undefined => report.tables.find((table) => table.spec.id === id);
