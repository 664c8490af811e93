/** What the rules about prose share: what the tables say of the thing that a claim is about, and the fixes both ways. */

import { effect, withBroken } from '../diagnosis/effect.ts';
import { type Fix, type Related, say } from '../finding/finding.ts';
import { brief, cellName, columnLabel } from '../finding/names.ts';
import { writeCells } from '../fix/write-cell.ts';
import type { Claim, Measure } from '../prose/claims/claim.ts';
import { type BoundCell, type BoundTable, type Report, valuesOf } from '../report/report.ts';
import { type CellSpec, roleOf, type TableForm } from '../statute/form.ts';
import { sumAt } from '../statute/relations.ts';
import { memo } from '../text/memo.ts';
import type { Span } from '../text/span.ts';

/** One way to read a measure: the cells that it adds and takes away, and what they give. */
export interface Reading {
  readonly table: BoundTable;
  readonly terms: readonly { readonly cell: number; readonly sign: 1 | -1 }[];
  readonly value: number;
  readonly name: string;
}

/**
 * All readings of a measure; `null` where the report's form has none of them, or where a cell of any has no number:
 * the claim can then not be judged. Nor can it where two tables are the same account: nobody can say which is meant.
 */
export function readingsOf({ tables }: Report, measure: Measure): readonly Reading[] | null {
  const [table, more] = tables.filter(({ spec }) => spec.role === measure.table);
  if (!table || more || table.scrambled) return null;
  const values = valuesOf(table);
  const readings: Reading[] = [];
  for (const row of measure.rows) {
    for (const column of measure.columns) {
      const cells = cellsOf(table.spec, row, column);
      if (!cells) continue;
      const value = sumAt(cells, values);
      if (value === null) return null;
      if (!readings.some((one) => sameCells(one.terms, cells)))
        readings.push({ table, terms: cells, value, name: nameOf(table, row, column, cells) });
    }
  }
  return readings.length > 0 ? readings : null;
}

type Terms = readonly { readonly cell: number; readonly sign: 1 | -1 }[];
const sameCells = (a: Terms, b: Terms): boolean => a.length === b.length && a.every(({ cell }, index) => cell === b[index]?.cell);

/** The cells of `received+carriedOver` × `total`, all of them roles; `null` where the form has no such row, group or column. */
function cellsOf(form: TableForm, row: string, column: string): Terms | null {
  const { cells, rows: known } = indexOf(form);
  const rows = partsOf(row).map(({ key, sign }) => ({ keys: known.get(key) ?? [], sign }));
  const columns = partsOf(column);
  const found: { cell: number; sign: 1 | -1 }[] = [];
  for (const { keys, sign } of rows) {
    if (keys.length === 0) return null;
    for (const key of keys) {
      for (const { key: name, sign: other } of columns) {
        const own = cells.get(`${key} ${name}`);
        if (!own) return null;
        for (const cell of own) found.push({ cell, sign: (sign * other) as 1 | -1 });
      }
    }
  }
  return found;
}

const partsOf = (reading: string): { key: string; sign: 1 | -1 }[] =>
  reading.split(/(?=[+-])/).map((part) => ({ key: part.replace(/^[+-]/, ''), sign: part.startsWith('-') ? -1 : 1 }));

interface FormIndex {
  /** Cells by the key of their row and the role of their column. */
  readonly cells: ReadonlyMap<string, readonly number[]>;
  /** Keys of rows by their role, and those of all rows of a group by the group's. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
}

const indexOf = memo((form: TableForm): FormIndex => {
  const ofGroups = form.data.blocks.flatMap(({ rows, groups: named = {} }) =>
    rows.flatMap(({ key, groups = [] }) => groups.map((group) => [roleOf(group, named[group]), key] as const)),
  );
  const ofRows = form.data.blocks.flatMap(({ rows }) => rows.map((row) => [roleOf(row.key, row), row.key] as const));
  return {
    // A row may be called like a group (`other` of 2019): the row is meant.
    rows: new Map([...gathered(ofGroups), ...gathered(ofRows)]),
    cells: gathered(form.cells.map(({ rowKey, columnRole, index: cell }) => [`${rowKey} ${columnRole}`, cell] as const)),
  };
});

function gathered<T>(entries: readonly (readonly [key: string, value: T])[]): Map<string, T[]> {
  const all = new Map<string, T[]>();
  for (const [key, value] of entries) all.set(key, [...(all.get(key) ?? []), value]);
  return all;
}

/** `一＋二` for rows whose column is the sum of all, else the cells' names. */
function nameOf(table: BoundTable, row: string, column: string, terms: Terms): string {
  const [only, more] = terms;
  if (only && !more) return cellName(table.spec.cells[only.cell] as CellSpec);
  const rows = partsOf(row).map(({ key, sign }, index) => `${index === 0 ? '' : sign < 0 ? '－' : '＋'}${rowName(table, key)}`);
  const columns = partsOf(column).map(({ key, sign }, index) => `${index === 0 ? '' : sign < 0 ? '－' : '＋'}${columnName(table, key)}`);
  return `${rows.join('')}·${columns.join('')}`;
}

function rowName(table: BoundTable, role: string): string {
  for (const { groups = {}, rows } of table.spec.data.blocks) {
    const row = rows.find((one) => roleOf(one.key, one) === role);
    if (row) return brief(row.label);
    const group = Object.entries(groups).find(([key, one]) => roleOf(key, one) === role);
    if (group) return brief(group[1].label);
  }
  return role;
}

function columnName(table: BoundTable, role: string): string {
  const cell = table.spec.cells.find(({ columnRole }) => columnRole === role);
  return cell ? columnLabel(cell) : role;
}

/** `一 15，一＋二 16` : what the readings give, each value once. */
export function listReadings(readings: readonly Reading[]): string {
  const seen = new Set<number>();
  return readings
    .filter(({ value }) => !seen.has(value) && seen.add(value))
    .map(({ name, value }) => `${name} ${value}`)
    .join('，');
}

/** The cells of a reading that are not 0, to be shown beside the finding; of one cell, that cell. */
export function relatedOf(readings: readonly Reading[]): Related[] {
  const shown = new Map<BoundCell, CellSpec>();
  for (const { table, terms } of readings)
    for (const { cell } of terms) {
      const bound = table.cells[cell];
      if (bound && (terms.length === 1 || bound.value !== 0)) shown.set(bound, bound.spec);
    }
  return [...shown].slice(0, MOST_RELATED).map(([{ span, value }, spec]) => ({
    span,
    message: say(`${cellName(spec)} = ${value}`, `${cellName(spec)} = ${value}`),
  }));
}
const MOST_RELATED = 12;

export const keysOf = (readings: readonly Reading[]): string[] => [
  ...new Set(readings.flatMap(({ table, terms }) => terms.map(({ cell }) => table.spec.cells[cell]?.key ?? ''))),
];

/** Writes into the prose what the table says; one fix for each value. */
export function proseFixes(text: string, span: Span, values: readonly (number | string)[]): Fix[] {
  const written = text.slice(span.start, span.end);
  return [...new Set(values)].slice(0, MOST_FIXES).map(
    (value): Fix => ({
      title: say(`将正文中的 ${written} 改为 ${value}`, `Change ${written} in the text to ${value}`),
      class: 'manual',
      preferred: false,
      breaks: 0,
      edits: [{ span, newText: String(value) }],
    }),
  );
}
const MOST_FIXES = 3;

/** Writes into the cell what the prose says, and tells what that breaks. */
export function cellFix({ table, terms }: Reading, value: number): Fix[] {
  const [only, more] = terms;
  const cell = only && table.cells[only.cell];
  if (!cell || more || cell.state !== 'number') return [];
  const { broken, failing } = effect(table, valuesOf(table), new Map([[cell.spec.index, value]]));
  const name = cellName(cell.spec);
  return [
    {
      title: withBroken(
        say(`将表中 ${name} 由 ${cell.value} 改为 ${value}`, `Change ${name} in the table from ${cell.value} to ${value}`),
        broken,
        table,
      ),
      class: 'manual',
      preferred: false,
      breaks: broken.length + failing.length,
      ...writeCells([[cell, value]]),
    },
  ];
}

export const claimAt = <T extends Claim>(claims: readonly T[], span: Span): T | undefined =>
  claims.find((claim) => 'span' in claim && claim.span.start === span.start && claim.span.end === span.end);
