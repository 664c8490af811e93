/** Writer for the rows of an HTML table. */
import type { Paper, PaperCell } from './paper.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
export const escaped = (text: string): string => text.replace(/[&<>]/g, (char) => ENTITIES[char] as string);

const spans = (name: string, size: number): string => (size > 1 ? ` ${name}="${size}"` : '');
const cell = ({ text, columns, rows }: PaperCell): string =>
  `<td${spans('colspan', columns)}${spans('rowspan', rows)}>${escaped(text)}</td>`;

/** A `tr` a line. */
export const writeHtmlRows = (paper: Paper): string[] => paper.map((row) => `<tr>${row.map(cell).join('')}</tr>`);
