/** Renders a grid into each layout in which such tables reach an editor. */
import { renderAligned, renderGlued, renderGrid, renderRaw, renderRuled } from './drawn.ts';
import { type Grid, spelledOut } from './grid.ts';

/** Layouts with separators, in which rows can be added and taken away. */
export const LAYOUTS = [
  'cell-lines',
  'trailing-pipes',
  'pipe-rows',
  'tsv',
  'tsv-collapsed',
  'csv',
  'markdown',
  'html',
  'html-word',
] as const;
/** Layouts that keep every cell but are drawn. */
export const DRAWN = ['grid', 'ruled', 'ruled-multiline'] as const;
/** Layouts in which an empty cell leaves no trace, or an uncertain one. */
export const LOSSY = ['bare-lines', 'bare-lines-spaced', 'pipe-before', 'pipe-below', 'raw', 'aligned', 'aligned-page'] as const;
export const GLUED = ['glued', 'glued-lines'] as const;
export type TestLayout = (typeof LAYOUTS)[number] | (typeof DRAWN)[number] | (typeof LOSSY)[number] | (typeof GLUED)[number];

const lines = (rows: readonly string[]): string => `${rows.join('\n')}\n`;

const renderers: Record<TestLayout, (grid: Grid) => string> = {
  'cell-lines': (grid) =>
    lines(spelledOut(grid).map((row) => `${row.flatMap((text) => (text === undefined ? [] : [`\t${text ?? ''}\n`])).join('')}`)),
  'trailing-pipes': (grid) =>
    lines(
      grid.map(
        (row) =>
          `${row.map(({ text }) => (text ? `${text} |\n` : ' |\n')).join('')}${'|'.repeat(row.reduce((n, cell) => n + cell.columns, 0) - row.length + 1)}`,
      ),
    ),
  'bare-lines': (grid) => lines(grid.flatMap((row) => row.flatMap(({ text }) => (text ? [text] : [])))),
  'bare-lines-spaced': (grid) => lines(grid.flatMap((row) => row.flatMap(({ text }) => (text ? [`${text}\n`] : [])))),
  'pipe-rows': (grid) => lines(grid.map((row) => `${row.map(({ text }) => text).join(' | ')} |`)),
  'pipe-before': (grid) => lines(grid.flatMap((row) => row.map(({ text }) => `|${text}`))),
  'pipe-below': (grid) => lines(grid.flatMap((row) => row.map(({ text }) => (text ? `${text}\n|` : '|')))),
  csv: (grid) => lines(spelledOut(grid).map((row) => row.map((text) => (/[,"]/.test(text ?? '') ? `"${text}"` : (text ?? ''))).join(','))),
  grid: (grid) => lines(renderGrid(grid)),
  ruled: (grid) => lines(renderRuled(grid, 'simple')),
  'ruled-multiline': (grid) => lines(renderRuled(grid, 'multiline')),
  raw: (grid) => lines(renderRaw(grid)),
  aligned: (grid) => lines(renderAligned(grid, 'browser')),
  'aligned-page': (grid) => lines(renderAligned(grid, 'page')),
  glued: (grid) => lines([renderGlued(grid).join('')]),
  'glued-lines': (grid) => lines(renderGlued(grid)),
  tsv: (grid) => lines(spelledOut(grid).map((row) => row.map((text) => text ?? '').join('\t'))),
  'tsv-collapsed': (grid) => lines(grid.map((row) => row.map(({ text }) => text).join('\t'))),
  markdown: (grid) => {
    const [head = [], ...rest] = spelledOut(grid);
    const row = (cells: readonly (string | null | undefined)[]): string => `| ${cells.map((text) => text ?? '').join(' | ')} |`;
    return lines([row(head), `|${head.map(() => '---').join('|')}|`, ...rest.map(row)]);
  },
  html: (grid) => {
    const td = (text: string, columns: number, rows: number): string =>
      `<td${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}>${text}</td>`;
    return lines(['<table>', ...grid.map((row) => `<tr>${row.map((c) => td(c.text, c.columns, c.rows)).join('')}</tr>`), '</table>']);
  },
  'html-word': (grid) => {
    const text = (shown: string): string =>
      shown ? [...shown].map((char, at) => (at > 0 && at % 5 === 0 ? `</span><span lang="EN-US">${char}` : char)).join('') : '&nbsp;';
    const td = (shown: string, columns: number, rows: number): string =>
      `  <td width="64" colspan=${columns} rowspan=${rows} style="border:solid windowtext 1.0pt;padding:0cm 5.4pt">\n   <p class="MsoNormal"><span>${text(shown)}</span></p>\n  </td>`;
    return lines([
      '<table class="MsoTable">',
      ...grid.map((row) => ` <tr>\n${row.map((c) => td(c.text, c.columns, c.rows)).join('\n')}\n </tr>`),
      '</table>',
    ]);
  },
};

export const render = (layout: TestLayout, grid: Grid): string => renderers[layout](grid);

/** The layout's name in the report's model. */
export const layoutId = (layout: TestLayout): string =>
  layout === 'pipe-before'
    ? 'pipe-rows'
    : layout === 'pipe-below'
      ? 'trailing-pipes'
      : layout.replace(/(?<=tsv|html|lines|ruled|aligned|glued)-(?:collapsed|word|spaced|multiline|page|lines)$/, '');
