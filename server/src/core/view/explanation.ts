/** What a hover tells of a place: its names, what it counts, its relations with their numbers, last year’s number. */

import { keysOf, listReadings, type Reading, readingsOf } from '../check/readings.ts';
import { columnLabel, rowLabel } from '../finding/names.ts';
import { numberAt, tableIn } from '../library/digest.ts';
import type { Siblings } from '../library/siblings.ts';
import type { BoundCell, BoundTable, FoundWord, Report } from '../report/report.ts';
import { roleOf } from '../statute/form.ts';
import { articleName, meaningOf } from '../statute/meanings.ts';
import type { Range } from '../text/lines.ts';
import { type Localized, say } from '../text/localized.ts';
import type { Span } from '../text/span.ts';
import type { Equation } from './equation.ts';
import { equationsAt } from './equations.ts';
import type { NumberClaim, Target } from './targets.ts';

export interface Explanation {
  /** What the explanation is about. */
  readonly span: Span;
  readonly title: Localized;
  /** What is written there, if it is a number or could be one. */
  readonly value: Localized | null;
  /** What is counted there, and the article that asks for it. */
  readonly notes: readonly Localized[];
  readonly equations: readonly Equation[];
  readonly lastYear: { readonly value: number; readonly path: string; readonly range: Range; readonly year: number | null } | null;
}

const STATES: Readonly<Record<BoundCell['state'], Localized | null>> = {
  number: null,
  blank: say('空白', 'blank'),
  invalid: say('不是合格的数字', 'no valid number'),
  missing: say('缺少这一格', 'missing'),
  unreadable: say('这一行格数不对，无法确定是哪一格', 'cannot be told: the row has the wrong number of cells'),
};

const both = (text: string): Localized => say(text, text);
const present = <T>(items: readonly (T | null)[]): T[] => items.filter((item) => item !== null);

function ofCell(table: BoundTable, cell: BoundCell, siblings: Siblings): Explanation {
  const { spec } = cell;
  const { article } = spec.row;
  const previous = siblings.previous && tableIn(siblings.previous, table.spec.id);
  const known = previous && numberAt(previous, spec.key);
  return {
    span: cell.span,
    title: both(`${rowLabel(spec)} · ${columnLabel(spec)}`),
    value: STATES[cell.state] ?? both(`${cell.value}${cell.remark}`),
    notes: present([
      meaningOf(table.spec.role, 'rows', spec.rowRole),
      meaningOf(table.spec.role, 'columns', spec.columnRole),
      article ? articleName(article) : null,
    ]),
    equations: equationsAt(table, spec.index),
    lastYear: known && siblings.previous ? { ...known, path: siblings.previous.path, year: siblings.previous.year } : null,
  };
}

function ofWord({ spec }: BoundTable, { entry, span, key }: FoundWord): Explanation {
  const { kind, row: line, label } = entry;
  const columns = spec.data.blocks.flatMap((block) => block.columns);
  const rows = spec.data.blocks.flatMap((block) => block.rows);
  const column = kind === 'column' ? columns.find((one) => one.label === label) : undefined;
  // The words above the groups of a table of one line name what its rows are elsewhere.
  const row = rows.find((one) => (line ? one.key === line.key : one.label === label));
  return {
    span,
    title: both(label),
    value: null,
    notes: present([
      column ? meaningOf(spec.role, 'columns', roleOf(column.key, column)) : null,
      row && !column ? meaningOf(spec.role, 'rows', roleOf(row.key, row)) : null,
      row?.article && !column ? articleName(row.article) : null,
      key === entry.key ? null : say(`格式中写作“${label}”`, `“${label}” in the form`),
    ]),
    equations: [],
    lastYear: null,
  };
}

/** The readings that agree with the number, or with the count whose share it is; or else all of them. */
function meantBy(report: Report, claim: NumberClaim): readonly Reading[] {
  const readings = readingsOf(report, claim.measure) ?? [];
  const count = claim.kind === 'count' ? claim.value : claim.count;
  const agreeing = readings.filter(({ value }) => value === count);
  return agreeing.length > 0 ? agreeing : readings;
}

function ofClaim(report: Report, claim: NumberClaim): Explanation | null {
  const readings = meantBy(report, claim);
  if (readings.length === 0) return null;
  const list = listReadings(readings) + (readings.every(({ value }) => value === claim.value) ? ' ✓' : '');
  return {
    span: claim.span,
    title: both(claim.quote),
    value: null,
    notes: [
      claim.kind === 'count'
        ? say(`与表格核对：${list}`, `Checked against the table: ${list}`)
        : say(`与表格核对：${list} 所占的比例`, `Checked against the table: the share of ${list}`),
    ],
    equations: [],
    lastYear: null,
  };
}

export function explain(target: Target, siblings: Siblings): Explanation | null {
  if (target.kind === 'cell') return ofCell(target.table, target.cell, siblings);
  return target.kind === 'word' ? ofWord(target.table, target.word) : ofClaim(target.report, target.claim);
}

/** The keys of the cells that a number of the prose is checked against; none where the tables cannot be asked. */
export const cellsOfClaim = (report: Report, claim: NumberClaim): readonly string[] => keysOf(meantBy(report, claim));
