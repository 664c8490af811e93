/** The table view’s part of what client and server share: its requests, and the tables as it draws them. */
import type { Range } from '../../core/text/lines.ts';

/** Client → server: `TablesParams`, answered with `TablesAnswer`, or `null` where the document is no report. */
export const TABLES = 'disclosureReport/tables';
/** Client → server: `WriteCellParams`, answered with `WriteCellAnswer`. */
export const WRITE_CELL = 'disclosureReport/writeCell';

export interface TablesParams {
  readonly uri: string;
  /** Which report of the document, from 0; where there is no such one, the first. */
  readonly report?: number;
}

export interface TablesAnswer {
  readonly uri: string;
  readonly version: number;
  /** Every report of the document, with the lines that it takes. */
  readonly reports: readonly { readonly unit: string | null; readonly year: number | null; readonly range: Range }[];
  /** The report whose tables these are. */
  readonly report: number;
  readonly edition: string | null;
  readonly previous: { readonly unit: string | null; readonly year: number | null; readonly uri: string } | null;
  readonly tables: readonly Table[];
}

export interface Table {
  readonly id: string;
  /** In Chinese, as the notice has it. */
  readonly caption: string;
  readonly edition: string;
  readonly columns: number;
  readonly range: Range | null;
  readonly blocks: readonly { readonly head: readonly (readonly LabelCell[])[]; readonly body: readonly (readonly TableCell[])[] }[];
}

export type TableCell = LabelCell | NumberCell;

export interface LabelCell {
  readonly kind: 'block' | 'column' | 'group' | 'row';
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

export interface NumberCell {
  readonly kind: 'number';
  readonly columns: number;
  readonly rows: number;
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly value: number | null;
  readonly state: 'number' | 'blank' | 'invalid' | 'missing' | 'unreadable';
  /** `null` where no number can be written. */
  readonly range: Range | null;
  readonly total: boolean;
  readonly wrong: 'error' | 'suspect' | null;
  /** What is wrong here, the worst first, in the user’s language. */
  readonly problems: readonly { readonly severity: 'error' | 'warning' | 'information' | 'hint'; readonly message: string }[];
  /** The relations it stands in, written out. */
  readonly equations: readonly string[];
  readonly previous: number | null;
}

export interface WriteCellParams {
  readonly uri: string;
  readonly version: number;
  readonly report: number;
  readonly key: string;
  /** What was typed. */
  readonly value: string;
}

export type WriteCellAnswer =
  | { readonly kind: 'edits'; readonly edits: readonly { readonly range: Range; readonly newText: string }[] }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The document has changed since the tables were drawn. */
  | { readonly kind: 'outdated' };
