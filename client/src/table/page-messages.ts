/** What the extension and the page of the table view say to one another: plain data. */
import type { TablesAnswer, WriteCellParams } from '../../../server/src/lsp/protocol.ts';

export type ToPage =
  | { readonly type: 'tables'; readonly tables: TablesAnswer }
  /** The document is no report, or is closed. */
  | { readonly type: 'nothing' }
  /** The cell at the cursor of the text. */
  | { readonly type: 'mark'; readonly key: string | null }
  /** Scrolls to a table. */
  | { readonly type: 'show'; readonly table: string }
  | { readonly type: 'compare' }
  | { readonly type: 'written'; readonly key: string }
  | { readonly type: 'refused'; readonly key: string; readonly reason: string };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'report'; readonly report: number }
  /** A cell was chosen: the text shows it; `text` puts the cursor there, too. */
  | { readonly type: 'reveal'; readonly key: string; readonly focus: 'table' | 'text' }
  /** A number typed for a cell of the report that the page shows, which may no longer be the one in front. */
  | ({ readonly type: 'write' } & WriteCellParams)
  /** The text’s own undo: the page has none. */
  | { readonly type: 'undo' | 'redo' }
  | { readonly type: 'save'; readonly html: string };

/** What the page keeps over a reload of the window. */
export interface PageState {
  readonly uri?: string;
  readonly report?: number;
  readonly previous?: boolean;
  readonly compare?: boolean;
}

/** The words of the page; `{0}` stands for a value. */
export interface Texts {
  readonly report: string;
  readonly form: string;
  readonly previous: string;
  readonly compare: string;
  readonly noPrevious: string;
  readonly previousIs: string;
  readonly secondLine: string;
  readonly differences: string;
  readonly copy: string;
  readonly copyTable: string;
  readonly save: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly blank: string;
  readonly missing: string;
  readonly unreadable: string;
  readonly invalid: string;
  readonly error: string;
  readonly suspect: string;
  readonly newNumber: string;
  readonly notWritable: string;
  readonly keys: string;
  readonly nothing: string;
  readonly noTables: string;
  readonly detail: string;
}

export const fill = (text: string, ...values: readonly (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
