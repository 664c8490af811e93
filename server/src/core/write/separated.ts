/** Writers for layouts in which something stands between cells: a TAB, a pipe, a comma, a line break, a space. */
import { type Paper, placesOf } from './paper.ts';

/** What stands for a merged cell where rows are written out: a blank for each place that it takes, or nothing but itself. */
export type Merged = 'spelled-out' | 'left-out';

const rowsOf = (paper: Paper, merged: Merged): string[][] =>
  merged === 'spelled-out' ? placesOf(paper).map((row) => row.map(({ text }) => text)) : paper.map((row) => row.map(({ text }) => text));

/** One cell a line after a TAB, a blank line after each row. A cell merged with the one above stands as a TAB alone. */
export function writeCellLines(paper: Paper): string[] {
  const rows = placesOf(paper).map((row) => row.filter(({ part }) => part !== 'right').map(({ text }) => `\t${text}`));
  return rows.flatMap((row, at) => (at > 0 ? ['', ...row] : row));
}

/** `cell |` a line; after each row as many pipes as it has columns more than cells, and one. */
export const writeTrailingPipes = (paper: Paper): string[] =>
  paper.flatMap((row) => [
    ...row.map(({ text }) => `${text} |`),
    '|'.repeat(row.reduce((sum, { columns }) => sum + columns, 0) - row.length + 1),
  ]);

/** A pipe after each cell; a row that begins with a blank opens with one, or that blank would pass for the margin. */
export const writePipeRows = (paper: Paper, merged: Merged): string[] =>
  rowsOf(paper, merged).map((row) => `${row[0] ? '' : '| '}${row.join(' | ')} |`);

export const writeTsv = (paper: Paper, merged: Merged): string[] => rowsOf(paper, merged).map((row) => row.join('\t'));

export const writeCsv = (paper: Paper, merged: Merged): string[] =>
  rowsOf(paper, merged).map((row) => row.map((text) => (/[,"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(','));

/**
 * `delimiter`: the line of dashes below the first row, without which Markdown shows no table; some texts have none.
 * What it shows is as wide as that row, which is therefore filled up. An empty cell is one space, as markdownlint has it.
 */
export function writeMarkdown(paper: Paper, merged: Merged, delimiter: 'below-first-row' | 'none'): string[] {
  const rows = rowsOf(paper, merged);
  const line = (row: readonly string[]): string => `|${row.map((text) => (text ? ` ${text.replaceAll('|', '\\|')} |` : ' |')).join('')}`;
  if (delimiter === 'none') return rows.map(line);
  const columns = Math.max(...rows.map(({ length }) => length));
  const [head = [], ...rest] = rows;
  const filled = Array.from({ length: columns }, (_, at) => head[at] ?? '');
  return [line(filled), line(filled.map(() => '---')), ...rest.map(line)];
}

/** One cell a line and nothing else: blanks leave no trace. */
export const writeBareLines = (paper: Paper): string[] => paper.flatMap((row) => row.flatMap(({ text }) => (text ? [text] : [])));

/** The cells of a row in one line, a space between: blanks leave no trace. */
export const writeRaw = (paper: Paper): string[] =>
  paper.map((row) =>
    row
      .map(({ text }) => text)
      .filter(Boolean)
      .join(' '),
  );
