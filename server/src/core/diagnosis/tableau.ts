/**
 * The relations of a table as a system of linear equations over its cells, some known and some unknown, the unknown
 * ones in whole numbers from 0: whether there is a solution, which cells stand in its way, and between which bounds an
 * unknown lies. It is the tableau of the simplex method, exact because relations have the coefficients ±1: where the
 * equations of a two-way table are a network’s, every pivot is ±1 and every corner is whole (the matrix is totally
 * unimodular). A pivot of another size ends the work like a budget that has run out.
 */
import type { Relation, Values } from '../statute/relations.ts';

/** Σ coefficient·x = 0 over all cells. */
interface Row {
  readonly coefficients: readonly number[];
  /** The cells with a coefficient. */
  readonly support: readonly number[];
  /** Σ coefficient·value over the known cells. */
  readonly constant: number;
  /** The unknown that this row gives, with coefficient 1; −1 where all its cells are known. */
  readonly basic: number;
}

export interface Tableau {
  readonly rows: readonly Row[];
  readonly values: Values;
  readonly unknown: ReadonlySet<number>;
}

/** Steps that are left: one for each row that is worked out anew or looked through. */
export interface Budget {
  left: number;
}

/** Thrown when the budget has run out, or the arithmetic would not be exact. */
export class Exhausted extends Error {}

/** No cell of a conflict may stay as it is: every solution changes one of them. */
export type Conflict = readonly number[];

/** The equations with every blank as an unknown. */
export function tableauOf(relations: readonly Relation[], values: Values, budget: Budget): Tableau {
  const rows = relations.map((relation): Row => {
    const coefficients = new Array<number>(values.length).fill(0);
    let constant = 0;
    for (const { cell, sign } of relation.terms) {
      coefficients[cell] = sign;
      constant += sign * (values[cell] ?? 0);
    }
    return { coefficients, support: relation.terms.map(({ cell }) => cell), constant, basic: -1 };
  });
  let tableau: Tableau = { rows, values, unknown: new Set() };
  for (const cell of new Set(relations.flatMap(({ terms }) => terms.map((term) => term.cell))))
    if (values[cell] === null) tableau = release(tableau, cell, budget);
  return tableau;
}

/** The same equations with one more cell unknown. */
export function release({ rows, values, unknown }: Tableau, cell: number, budget: Budget): Tableau {
  const value = values[cell] ?? 0;
  const released = value === 0 ? rows : rows.map((row) => forget(row, cell, value));
  const own = { rows: released, values, unknown: new Set(unknown).add(cell) };
  const open = released.findIndex(({ basic, coefficients }) => basic < 0 && Math.abs(coefficients[cell] as number) === 1);
  if (open >= 0) return pivot(own, open, cell, budget);
  if (released.some(({ basic, coefficients }) => basic < 0 && coefficients[cell] !== 0)) throw new Exhausted('not ±1');
  return own;
}

function forget(row: Row, cell: number, value: number): Row {
  const coefficient = row.coefficients[cell] as number;
  return coefficient === 0 ? row : { ...row, constant: row.constant - coefficient * value };
}

/** Makes `cell` the unknown that row `at` gives, and takes it out of all other rows. */
function pivot({ rows, values, unknown }: Tableau, at: number, cell: number, budget: Budget): Tableau {
  const old = rows[at] as Row;
  const by = old.coefficients[cell] as number;
  if (Math.abs(by) !== 1) throw new Exhausted('not ±1');
  const own: Row = {
    ...old,
    coefficients: by === 1 ? old.coefficients : old.coefficients.map((coefficient) => -coefficient),
    constant: by * old.constant,
    basic: cell,
  };
  const next = rows.map((row, index) => {
    if (index === at) return own;
    const factor = row.coefficients[cell] as number;
    if (factor === 0) return row;
    spend(budget);
    return subtract(row, own, factor);
  });
  return { rows: next, values, unknown };
}

function subtract(row: Row, other: Row, factor: number): Row {
  const coefficients = row.coefficients.slice();
  for (const cell of other.support) coefficients[cell] = (coefficients[cell] as number) - factor * (other.coefficients[cell] as number);
  const support: number[] = [];
  for (let cell = 0; cell < coefficients.length; cell++) if (coefficients[cell] !== 0) support.push(cell);
  return { coefficients, support, constant: row.constant - factor * other.constant, basic: row.basic };
}

function spend(budget: Budget): void {
  if (--budget.left < 0) throw new Exhausted('budget');
}

/** Finds a solution, or the conflict with the fewest cells. Least indices first, so that it ends (Bland’s rule). */
export function settle(tableau: Tableau, budget: Budget): { readonly tableau: Tableau; readonly conflict: Conflict | null } {
  let now = tableau;
  for (;;) {
    spend(budget);
    let conflict: Conflict | null = null;
    let entering = -1;
    let leaving = -1;
    for (const [index, row] of now.rows.entries()) {
      if (row.basic < 0 ? row.constant === 0 : row.constant <= 0) continue;
      const enter = row.basic < 0 ? undefined : row.support.find((cell) => now.unknown.has(cell) && (row.coefficients[cell] as number) < 0);
      if (enter === undefined) {
        const cells = conflictOf(row, now);
        if (!conflict || cells.length < conflict.length) conflict = cells;
      } else if (leaving < 0 || row.basic < (now.rows[leaving] as Row).basic) {
        leaving = index;
        entering = enter;
      }
    }
    if (conflict || leaving < 0) return { tableau: now, conflict };
    now = pivot(now, leaving, entering, budget);
  }
}

/** The known cells that can bring Σ coefficient·value back towards 0. */
function conflictOf({ coefficients, support, constant }: Row, { values, unknown }: Tableau): number[] {
  return support.filter((cell) => {
    if (unknown.has(cell)) return false;
    const falls = (coefficients[cell] as number) * constant > 0;
    return !falls || (values[cell] ?? 0) > 0;
  });
}

/** Whether making `cell` unknown settles every equation of known cells by one and the same value. */
export function settles({ rows, values }: Tableau, cell: number, budget: Budget): boolean {
  spend(budget);
  let change: number | null = null;
  for (const { basic, coefficients, constant } of rows) {
    if (basic >= 0) continue;
    const coefficient = coefficients[cell] as number;
    if (coefficient === 0) {
      if (constant !== 0) return false;
    } else {
      const due = -constant / coefficient;
      if (change !== null && change !== due) return false;
      change = due;
    }
  }
  // Where no equation of known cells is in the way, the unknown ones decide.
  return change === null || (values[cell] ?? 0) + change >= 0;
}

/** What the unknown is in this solution. */
function valueAt({ rows }: Tableau, cell: number): number {
  const row = rows.find(({ basic }) => basic === cell);
  return row ? 0 - row.constant : 0;
}

/** The value of an unknown that is the same in every solution, or `null`. `tableau` has been settled. */
export function determinedValue(tableau: Tableau, cell: number, budget: Budget): number | null {
  const value = valueAt(tableau, cell);
  const moves = (sign: 1 | -1): boolean => furthest(tableau, cell, sign, value, budget) !== value;
  return moves(1) || (value > 0 && moves(-1)) ? null : value;
}

/** Follows the edges of the solutions that raise (or lower) the unknown, until it leaves `from` or cannot. */
function furthest(tableau: Tableau, cell: number, sign: 1 | -1, from: number, budget: Budget): number {
  let now = tableau;
  for (;;) {
    spend(budget);
    const own = now.rows.find(({ basic }) => basic === cell);
    const entering = own
      ? own.support.find((other) => other !== cell && now.unknown.has(other) && sign * (own.coefficients[other] as number) < 0)
      : sign > 0
        ? cell
        : undefined;
    if (entering === undefined) return from;
    let leaving = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [index, row] of now.rows.entries()) {
      const coefficient = row.coefficients[entering] as number;
      if (row.basic < 0 || coefficient <= 0) continue;
      const limit = -row.constant / coefficient;
      if (limit < least || (limit === least && row.basic < (now.rows[leaving] as Row).basic)) {
        least = limit;
        leaving = index;
      }
    }
    // A step of some length moves the unknown; one of no length only changes the corner's description.
    if (least > 0) return from + sign * least;
    now = pivot(now, leaving, entering, budget);
  }
}
