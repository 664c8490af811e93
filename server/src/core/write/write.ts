/** Writes a table in any layout that the lexers read; what is written is read back with the same numbers and blanks. */
import { LAYOUTS, type LayoutId, type WrittenLayout } from '../layout/layouts.ts';
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

/** For a table that is missing in a text of this layout; with TABs between the cells where none can be begun in it. */
export const styleForMore = (layout: LayoutId | null): Style =>
  plainStyle(layout && LAYOUTS[layout].begins ? (layout as WrittenLayout) : 'tsv');

const writers: Readonly<Record<WrittenLayout, (paper: Paper, style: Style) => string[]>> = {
  'cell-lines': writeCellLines,
  'trailing-pipes': writeTrailingPipes,
  'pipe-rows': (paper, { merged }) => writePipeRows(paper, merged),
  tsv: (paper, { merged }) => writeTsv(paper, merged),
  csv: (paper, { merged }) => writeCsv(paper, merged),
  markdown: (paper, { merged, delimiter }) => writeMarkdown(paper, merged, delimiter),
  html: writeHtmlRows,
  grid: (paper, { line }) => writeGrid(paper, line),
  ruled: (paper, { line }) => writeRuled(paper, line),
  aligned: writeAligned,
  'bare-lines': writeBareLines,
  raw: writeRaw,
};

/** Lines without their ends; in HTML the rows without the `table` around them. */
export const writeTable = (paper: Paper, style: Style): string[] => writers[style.layout](paper, style);
