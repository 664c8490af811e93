/** The tables as HTML that other programs keep: borders stand in the cells, since Word, WPS and CMS drop style sheets. */
import type { Table, TableCell } from '../../../server/src/lsp/protocol.ts';
import { columnGroups, hasHead, scopeOf } from './header-scope.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char] as string);

const CELL = 'border:1px solid #000;padding:3px 6px;text-align:center;vertical-align:middle;font-weight:normal';
const TABLE = 'border-collapse:collapse;border:1px solid #000';

const span = (name: string, size: number): string => (size > 1 ? ` ${name}="${size}"` : '');

function cellHtml(cell: TableCell): string {
  const spans = span('colspan', cell.columns) + span('rowspan', cell.rows);
  if (cell.kind === 'number') return `<td${spans} style="${CELL}">${escaped(cell.text)}</td>`;
  return `<th scope="${scopeOf(cell)}"${spans} style="${CELL}">${escaped(cell.text)}</th>`;
}

export function tableHtml(table: Table): string {
  const rows = (list: readonly (readonly TableCell[])[]): string => list.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>\n`).join('');
  const body = hasHead(table)
    ? table.blocks.map(({ head, body: own }) => `<thead>\n${rows(head)}</thead>\n<tbody>\n${rows(own)}</tbody>\n`)
    : table.blocks.map(({ head, body: own }) => `<tbody>\n${rows(head)}${rows(own)}</tbody>\n`);
  const groups = columnGroups(table).map((size) => `<colgroup span="${size}"></colgroup>`);
  return `<table border="1" cellspacing="0" cellpadding="4" style="${TABLE}">\n<caption>${escaped(table.caption)}</caption>\n${groups.join('')}\n${body.join('')}</table>\n`;
}

/** A fragment for the clipboard. */
export const tablesHtml = (tables: readonly Table[]): string => tables.map(tableHtml).join('<p></p>\n');

function tableText({ caption, blocks }: Table): string {
  const rows = blocks.flatMap(({ head, body }): (readonly TableCell[])[] => [...head, ...body]);
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const { text, columns, rows: height } of row) {
      while (grid[y]?.[x] !== undefined) x++;
      for (let dy = 0; dy < height; dy++)
        for (let dx = 0; dx < columns; dx++) (grid[y + dy] ?? [])[x + dx] = dx === 0 && dy === 0 ? text : '';
      x += columns;
    }
  });
  return [caption, ...grid.map((row) => row.join('\t')), ''].join('\n');
}

/** The same for programs that take text only: a row a line, TABs between cells, merged cells as blanks. */
export const tablesText = (tables: readonly Table[]): string => tables.map(tableText).join('\n');

/** One file that shows the tables in any browser. */
export const fileHtml = (title: string, tables: readonly Table[]): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
</head>
<body>
<h1>${escaped(title)}</h1>
${tablesHtml(tables)}</body>
</html>
`;
