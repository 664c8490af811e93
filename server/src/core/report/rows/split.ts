/** Cuts runs of digits, `640020470` for seven numbers, where the form's relations leave exactly one way to do it. */
import type { RowSpec, TableForm } from '../../statute/form.ts';
import { type Relation, residual, solveFor } from '../../statute/relations.ts';

interface DigitRun {
  readonly row: RowSpec;
  readonly digits: string;
}

/** The numbers of a row, in the order of its cells. */
type Numbers = readonly number[];

// A run that can be cut in more ways is not read, nor one that is left when the runs of its table took more steps.
const MOST_WAYS = 4000;
const MOST_STEPS = 200_000;
const MOST_DIGITS = 40;

interface Budget {
  steps: number;
}

/** The one way to cut each run, by row index; runs with several ways, or none, are absent. */
export function splitRuns(runs: readonly DigitRun[], table: TableForm): ReadonlyMap<number, Numbers> {
  const ways = new Map<number, readonly Numbers[]>();
  const budget: Budget = { steps: MOST_STEPS };
  // A row that comes again is cut once, not each time.
  for (const { row, digits } of new Map(runs.map((run) => [run.row.index, run])).values())
    ways.set(row.index, waysOf(digits, row, table, budget));
  narrow(ways, table);
  return new Map([...ways].flatMap(([index, [only, ...more]]) => (only && more.length === 0 ? [[index, only] as const] : [])));
}

/** Every way to cut the digits into the row's numbers for which the relations within the row hold. */
function waysOf(digits: string, { cells }: RowSpec, table: TableForm, budget: Budget): readonly Numbers[] {
  if (digits.length < cells.length || digits.length > MOST_DIGITS) return [];
  const own = ownRelations(
    cells.map(({ index }) => index),
    table,
  );
  // Nothing but zeros has one number a digit. Without sums no other run says where it is cut: a cell may have been blank.
  if (own.size === 0 && cells.length > 1) {
    // Without sums nothing says that no cell was blank: fewer numbers must not be possible, either.
    const fewer = cells.slice(1).some((_, count) => waysOfCells(digits, cells.slice(0, count + 1), own, table, budget).length > 0);
    if (fewer) return [];
  }
  return isOneSum(cells, own) ? waysOfSum(digits, cells.length - 1, budget) : waysOfCells(digits, cells, own, table, budget);
}

/** Whether the last number of a line is the total of all others. */
function isOneSum(cells: RowSpec['cells'], own: ReadonlyMap<number, readonly Relation[]>): boolean {
  const last = cells[cells.length - 1]?.index ?? -1;
  const [sum, ...more] = own.get(last) ?? [];
  if (!sum || more.length > 0 || own.size > 1 || sum.terms.length !== cells.length) return false;
  return new Set(sum.terms.map(({ cell, sign }) => (cell === last ? sign : -sign))).size === 1;
}

/** The ways to cut digits into so many parts and their total: no part is greater than the total, and not all are much less. */
function waysOfSum(digits: string, parts: number, budget: Budget): readonly Numbers[] {
  const found: Numbers[] = [];
  const numbers: number[] = [];
  const cut = (at: number, stop: number, due: number): void => {
    if (--budget.steps < 0 || found.length > MOST_WAYS) return;
    const rest = parts - numbers.length - 1;
    if (rest < 0) {
      if (due === 0) found.push([...numbers, Number(digits.slice(stop))]);
      return;
    }
    // Every number to come takes a digit at least, and the last one all that are left.
    const longest = stop - at - rest;
    for (let length = rest === 0 ? longest : 1; length <= longest; length++) {
      if (length > 1 && digits[at] === '0') break;
      const number = Number(digits.slice(at, at + length));
      if (number > due) break;
      if (number + rest * 10 ** (longest - length + 1) < due) continue;
      numbers.push(number);
      cut(at + length, stop, due - number);
      numbers.pop();
    }
  };
  for (let stop = parts; stop < digits.length; stop++)
    if (digits[stop] !== '0' || stop === digits.length - 1) cut(0, stop, Number(digits.slice(stop)));
  return budget.steps < 0 || found.length > MOST_WAYS ? [] : found;
}

function waysOfCells(
  digits: string,
  cells: RowSpec['cells'],
  own: ReadonlyMap<number, readonly Relation[]>,
  table: TableForm,
  budget: Budget,
): readonly Numbers[] {
  const values: (number | null)[] = table.cells.map(() => null);
  const found: Numbers[] = [];
  const cut = (at: number, place: number): void => {
    if (--budget.steps < 0 || found.length > MOST_WAYS) return;
    const cell = cells[place];
    if (!cell) {
      found.push(cells.map(({ index }) => values[index] as number));
      return;
    }
    const rest = cells.length - place - 1;
    const longest = digits.length - at - rest;
    const shortest = rest === 0 ? longest : 1;
    const closed = own.get(cell.index);
    if (closed) {
      // The others say what it is.
      const due = String(solveFor(closed[0] as Relation, cell.index, values));
      if (due.length >= shortest && due.length <= longest && digits.startsWith(due, at)) {
        values[cell.index] = Number(due);
        if (closed.every((relation) => residual(relation, values) === 0)) cut(at + due.length, place + 1);
      }
    } else {
      for (let length = shortest; length <= longest; length++) {
        if (length > 1 && digits[at] === '0') break;
        values[cell.index] = Number(digits.slice(at, at + length));
        cut(at + length, place + 1);
      }
    }
    values[cell.index] = null;
  };
  cut(0, 0);
  return budget.steps < 0 || found.length > MOST_WAYS ? [] : found;
}

/** The relations among a line's own cells, each under the last of its cells. */
function ownRelations(cells: readonly number[], { relations }: TableForm): ReadonlyMap<number, readonly Relation[]> {
  const own = new Map<number, Relation[]>();
  for (const relation of relations) {
    if (!relation.terms.every(({ cell }) => cells.includes(cell))) continue;
    const last = Math.max(...relation.terms.map(({ cell }) => cell));
    own.set(last, [...(own.get(last) ?? []), relation]);
  }
  return own;
}

/** Drops ways that no choice for the other lines makes good, by the bounds of each relation across lines. */
function narrow(ways: Map<number, readonly Numbers[]>, table: TableForm): void {
  const boundsOf = (cell: number): readonly [number, number] | null => {
    const spec = table.cells[cell];
    const options = spec && ways.get(spec.row.index);
    if (!spec || !options || options.length === 0) return null;
    const place = spec.row.cells.indexOf(spec);
    const values = options.map((numbers) => numbers[place] as number);
    return [Math.min(...values), Math.max(...values)];
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const { terms } of table.relations) {
      for (const { cell, sign } of terms) {
        const spec = table.cells[cell];
        const options = spec && ways.get(spec.row.index);
        if (!options || options.length < 2) continue;
        const others = terms.filter((term) => term.cell !== cell).map((term) => ({ sign: term.sign, bounds: boundsOf(term.cell) }));
        if (others.some(({ bounds }) => bounds === null)) continue;
        let [low, high] = [0, 0];
        for (const { sign: other, bounds } of others) {
          const [least, most] = bounds as readonly [number, number];
          low += other > 0 ? least : -most;
          high += other > 0 ? most : -least;
        }
        const place = spec.row.cells.indexOf(spec);
        const left = options.filter((numbers) => {
          const value = sign * (numbers[place] as number);
          return value + low <= 0 && value + high >= 0;
        });
        if (left.length === options.length || left.length === 0) continue;
        ways.set(spec.row.index, left);
        changed = true;
      }
    }
  }
}
