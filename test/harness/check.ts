/** Short ways to look at a text: its findings as one line each, its numbers by key. */
import { type Document, type Finding, fixesOf, lint, parse } from '../../server/src/core/index.ts';

export interface Checked {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

export function check(text: string): Checked {
  const document = parse(text);
  return { document, findings: lint(document) };
}

/** Of a text that is a report: where nothing is recognised, nothing that is found proves nothing. */
export function checkReport(text: string): Checked {
  const checked = check(text);
  if (checked.document.reports.length === 0) throw new Error('no report is recognised');
  return checked;
}

/** `rule ⟦marked text⟧`, in the order of the text. */
export const told = (text: string): string[] =>
  checkReport(text).findings.map(({ rule, span }) => `${rule} ⟦${text.slice(span.start, span.end)}⟧`);

export const rulesOf = (text: string): string[] => checkReport(text).findings.map(({ rule }) => rule);

/** The number of every cell that has one. */
export function numbersOf({ document }: Checked): Map<string, number> {
  const cells = document.reports.flatMap(({ tables }) => tables.flatMap((table) => table.cells));
  return new Map(cells.flatMap((cell) => (cell?.value == null ? [] : [[cell.spec.key, cell.value] as const])));
}

/** Titles of a finding's fixes in Chinese, with their class; `!` marks the preferred one. */
export const fixTitles = ({ document }: Checked, finding: Finding): string[] =>
  fixesOf(document, finding).map((fix) => `${fix.class}${fix.preferred ? '!' : ''} ${fix.title['zh-cn']}`);
