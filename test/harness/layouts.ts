/** Renders a grid into each layout in which such tables reach an editor. */
import { type Grid, spelledOut } from './grid.ts';

export const LAYOUTS = ['cell-lines', 'trailing-pipes', 'tsv', 'tsv-collapsed', 'markdown', 'html', 'html-word'] as const;
/** Layouts in which an empty cell leaves no trace. */
export const LOSSY = ['bare-lines', 'bare-lines-spaced'] as const;
export type TestLayout = (typeof LAYOUTS)[number] | (typeof LOSSY)[number];

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
export const layoutId = (layout: TestLayout): string => layout.replace(/-(?:collapsed|word|spaced)$/, '');
