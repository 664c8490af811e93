/** Reading alone, without the rules: it loads in half the time, and for the mutation tester every load counts. */
import { parse } from '../../server/src/core/report/parse.ts';
import type { BoundCell, BoundRow, Document } from '../../server/src/core/report/report.ts';
import { lexiconOf } from '../../server/src/core/statute/editions.ts';

export const read = (text: string): Document => parse(text, lexiconOf());

export const cellsOf = ({ reports }: Document): BoundCell[] =>
  reports.flatMap(({ tables }) => tables.flatMap(({ cells }) => cells.filter((cell) => cell !== undefined)));

export const rowsOf = ({ reports }: Document): BoundRow[] =>
  reports.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.filter((row) => row !== undefined)));

/** The number of every cell that has one. */
export const numbersIn = (document: Document): Map<string, number> =>
  new Map(cellsOf(document).flatMap(({ spec, value }) => (value === null ? [] : [[spec.key, value] as const])));

/** What stands in the text where a cell is said to stand, markup between its pieces left out. */
export const writtenAt = ({ text }: Document, { span, pieces }: BoundCell): string =>
  (pieces ?? [span]).map(({ start, end }) => text.slice(start, end)).join('');
