/**
 * Slips that move whole rows: what one step of the hand did to many cells, undone in one step. A step counts only if
 * all relations hold after it and would not hold if its open cells alone were free: then the relations speak for the
 * move itself, not for the cells that it leaves open. What no relation can see is not claimed.
 */

import { type Localized, say } from '../finding/finding.ts';
import { brief } from '../finding/names.ts';
import type { RowSpec, TableForm } from '../statute/form.ts';
import { type Relation, residual, type Values } from '../statute/relations.ts';
import { type Change, determineBlanks, isConsistent } from './localise.ts';
import type { Budget } from './tableau.ts';

export interface RowStep {
  /** What happened, as far as one can tell. */
  readonly cause: Localized;
  /** What corrects it. */
  readonly remedy: Localized;
  /** The rows that it writes, by line index. */
  readonly lines: readonly number[];
  readonly changes: readonly Change[];
}

/** A step not tried yet: the values that it writes, `null` for those that the relations must give. */
interface Attempt extends Omit<RowStep, 'lines' | 'changes'> {
  readonly lines: readonly RowSpec[];
  readonly writes: ReadonlyMap<number, number | null>;
  /** The step’s own evidence stands without the move: a row that repeats its neighbour. */
  readonly evident?: true;
}

/** The steps that explain everything, each with another outcome. */
export function explainingSteps(form: TableForm, values: Values, budget: Budget): RowStep[] {
  const found = new Map<string, RowStep>();
  const violated = form.relations.filter((relation) => (residual(relation, values) ?? 0) !== 0);
  for (const attempt of attempts(form, values, violated)) {
    // Most attempts do not even touch everything that fails.
    if (!violated.every(({ terms }) => terms.some(({ cell }) => attempt.writes.has(cell)))) continue;
    const changes = outcome(form, values, attempt, budget);
    if (!changes || changes.length === 0) continue;
    const key = changes.map(({ cell, to }) => `${cell}=${to}`).join();
    const { cause, remedy, lines: rows } = attempt;
    if (!found.has(key)) found.set(key, { cause, remedy, lines: rows.map(({ index }) => index), changes });
  }
  return [...found.values()];
}

function* attempts(form: TableForm, values: Values, violated: readonly Relation[]): Generator<Attempt> {
  const whole = form.rows.filter(({ cells }) => cells.length > 1 && cells.every(({ index }) => values[index] !== null));
  const rows = whole.filter(({ labelled }) => labelled);
  for (const row of whole) yield* shiftsOf(row, values);
  for (const [at, line] of rows.entries()) {
    // There are hundreds of pairs.
    for (const other of rows.slice(at + 1)) if (violated.every(isIn(form, line, other))) yield swapOf(line, other, values);
    const next = form.rows[line.index + 1];
    if (next && whole.includes(next)) yield* copyOf(line, next, values);
  }
  for (const group of Object.keys(form.data.blocks[0]?.groups ?? {})) yield* groupShiftOf(form, whole, group, values);
}

/** Whether a relation has cells in one of two rows. */
const isIn =
  ({ cells }: TableForm, a: RowSpec, b: RowSpec) =>
  ({ terms }: Relation): boolean =>
    terms.some(({ cell }) => cells[cell]?.row === a || cells[cell]?.row === b);

const numberAt = (values: Values, row: RowSpec, at: number): number | null => {
  const cell = row.cells[at];
  return cell ? (values[cell.index] ?? null) : null;
};

function* shiftsOf(row: RowSpec, values: Values): Generator<Attempt> {
  const name = brief(row.label);
  const moved = (by: 1 | -1): Map<number, number | null> =>
    new Map(row.cells.map(({ index }, at) => [index, numberAt(values, row, at + by)]));
  yield {
    cause: say(`“${name}”一行疑似整体右移一列`, `the row “${name}” seems to be shifted one column to the right`),
    remedy: say(`将“${name}”一行左移一列`, `Move the row “${name}” one column to the left`),
    lines: [row],
    writes: moved(1),
  };
  yield {
    cause: say(`“${name}”一行疑似整体左移一列`, `the row “${name}” seems to be shifted one column to the left`),
    remedy: say(`将“${name}”一行右移一列`, `Move the row “${name}” one column to the right`),
    lines: [row],
    writes: moved(-1),
  };
}

/** Rows of the same width; swaps that no relation sees correct nothing and fall away. */
function swapOf(a: RowSpec, b: RowSpec, values: Values): Attempt {
  const [first, second] = [brief(a.label), brief(b.label)];
  const write = (to: RowSpec, from: RowSpec): [number, number | null][] =>
    to.cells.map(({ index }, at) => [index, numberAt(values, from, at)]);
  return {
    cause: say(`“${first}”与“${second}”两行疑似互换`, `the rows “${first}” and “${second}” seem to be swapped`),
    remedy: say(`将“${first}”与“${second}”两行的数字互换`, `Swap the numbers of the rows “${first}” and “${second}”`),
    lines: [a, b],
    writes: new Map(a.cells.length === b.cells.length ? [...write(a, b), ...write(b, a)] : []),
  };
}

/** Two numbers besides 0: rows with one number, or none, are often the same. */
const LEAST_COPIED = 2;

function* copyOf(row: RowSpec, next: RowSpec, values: Values): Generator<Attempt> {
  const own = row.cells.slice(0, -1);
  const same = own.every((_, at) => numberAt(values, row, at) === numberAt(values, next, at));
  if (!same || row.cells.length !== next.cells.length || own.filter(({ index }) => values[index] !== 0).length < LEAST_COPIED) return;
  const [name, other] = [brief(row.label), brief(next.label)];
  for (const [to, from, target] of [
    [name, other, row],
    [other, name, next],
  ] as const) {
    yield {
      cause: say(`“${to}”一行疑似误贴了“${from}”一行的数字`, `the row “${to}” seems to hold the numbers of the row “${from}”`),
      remedy: say(`按勾稽关系填写“${to}”一行`, `Fill the row “${to}” with what the sums determine`),
      lines: [target],
      writes: new Map(target.cells.slice(0, -1).map(({ index }) => [index, null])),
      evident: true,
    };
  }
}

/** The rows of a group stand one row too low: each is given the numbers of the row below it, and the last one’s are open. */
function* groupShiftOf(form: TableForm, whole: readonly RowSpec[], group: string, values: Values): Generator<Attempt> {
  const own = whole.filter(({ groups }) => groups.includes(group));
  const last = own[own.length - 1];
  const below = last && form.rows[last.index + 1];
  const [first] = own;
  if (!first || !last || !below || !whole.includes(below) || own.length < 2) return;
  // Where the group should begin, nothing is left.
  if (first.cells.some(({ index }) => values[index] !== 0)) return;
  const rows = [...own, below];
  const label = brief(form.data.blocks[last.block]?.groups?.[group]?.label ?? group);
  yield {
    cause: say(`“${label}”各行数字疑似整体下移一行`, `the numbers under “${label}” seem to stand one row too low`),
    remedy: say(`将“${label}”各行数字上移一行`, `Move the numbers under “${label}” up by one row`),
    lines: rows,
    writes: new Map(
      rows.flatMap((row, at) =>
        row.cells.map(({ index }, column): [number, number | null] => {
          const from = rows[at + 1];
          return [index, from ? numberAt(values, from, column) : null];
        }),
      ),
    ),
  };
}

/** What the step changes, if all relations hold after it, its open cells have one value each, and the move itself is needed. */
function outcome({ relations }: TableForm, values: Values, { writes, evident }: Attempt, budget: Budget): Change[] | null {
  const after = values.map((value, cell) => (writes.has(cell) ? (writes.get(cell) ?? null) : value));
  // A quick look before the exact one: few attempts leave all relations without open cells in order.
  if (writes.size === 0 || relations.some((relation) => (residual(relation, after) ?? 0) !== 0)) return null;
  const open = new Set([...writes].filter(([, value]) => value === null).map(([cell]) => cell));
  const freed = values.map((value, cell) => (open.has(cell) ? null : value));
  if (!evident && open.size > 0 && isConsistent(relations, freed, budget)) return null;
  if (!isConsistent(relations, after, budget)) return null;
  const determined = open.size > 0 ? determineBlanks(relations, after, budget) : new Map<number, number>();
  const changes: Change[] = [];
  for (const [cell, value] of writes) {
    const to = value ?? determined.get(cell);
    if (to === undefined) return null;
    const from = values[cell] as number;
    if (to !== from) changes.push({ cell, from, to });
  }
  return changes.sort((a, b) => a.cell - b.cell);
}
