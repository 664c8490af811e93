/** Writes a table in any layout that the lexers read; what is written is read back with the same numbers and blanks. */
import { LAYOUTS, type LayoutId, USUAL_LAYOUT, type WrittenLayout } from '../layout/layouts.ts';
import { type LineCharacter, writeAligned, writeGrid, writeRuled } from './drawn.ts';
import { writeHtmlRows } from './html-table.ts';
import type { Paper } from './paper.ts';
import {
  type Merged,
  writeBareLines,
  writeCellLines,
  writeCsv,
  writeMarkdown,
  writePipeRows,
  writeRaw,
  writeTrailingPipes,
  writeTsv,
} from './separated.ts';
import { HTML, MARKDOWN, PLAIN, type TextWriter } from './text-writers.ts';

/** How a file writes its tables, as far as a layout leaves a choice. */
export interface Style {
  readonly layout: WrittenLayout;
  /** In rows of fields (`tsv`, `csv`, `pipe-rows`, `markdown`). */
  readonly merged: Merged;
  /** In `markdown`. */
  readonly delimiter: 'below-first-row' | 'none';
  /** In `grid` and `ruled`. */
  readonly line: LineCharacter;
}

/** Where nothing shows how a file writes its tables: in this way they are read back most surely. */
export const plainStyle = (layout: WrittenLayout): Style => ({ layout, merged: 'spelled-out', delimiter: 'below-first-row', line: '-' });

/** For a table that is missing in a text of this layout. */
export const styleForMore = (layout: LayoutId | null): Style => plainStyle(layout ? LAYOUTS[layout].further : USUAL_LAYOUT);

interface Writer {
  /** Lines without their ends; in HTML the rows without the `table` around them. */
  readonly rows: (paper: Paper, style: Style) => string[];
  /** The text around a table. */
  readonly text: TextWriter;
}

const WRITERS: Readonly<Record<WrittenLayout, Writer>> = {
  'cell-lines': { rows: writeCellLines, text: PLAIN },
  'trailing-pipes': { rows: writeTrailingPipes, text: PLAIN },
  'pipe-rows': { rows: (paper, { merged }) => writePipeRows(paper, merged), text: PLAIN },
  tsv: { rows: (paper, { merged }) => writeTsv(paper, merged), text: PLAIN },
  csv: { rows: (paper, { merged }) => writeCsv(paper, merged), text: PLAIN },
  markdown: { rows: (paper, { merged, delimiter }) => writeMarkdown(paper, merged, delimiter), text: MARKDOWN },
  html: { rows: writeHtmlRows, text: HTML },
  grid: { rows: (paper, { line }) => writeGrid(paper, line), text: PLAIN },
  ruled: { rows: (paper, { line }) => writeRuled(paper, line), text: PLAIN },
  aligned: { rows: writeAligned, text: PLAIN },
  'bare-lines': { rows: writeBareLines, text: PLAIN },
  raw: { rows: writeRaw, text: PLAIN },
};

/** What takes the place of a table's rows: where a layout has an element around them, that one stays. */
export const writeRows = (paper: Paper, style: Style): string[] => WRITERS[style.layout].rows(paper, style);

/** A table where none of the layout stood before. */
export const writeTable = (paper: Paper, style: Style): string[] => textWriter(style.layout).table(writeRows(paper, style));

export const textWriter = (layout: WrittenLayout): TextWriter => WRITERS[layout].text;
