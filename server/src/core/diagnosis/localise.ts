/**
 * Error localisation after Fellegi and Holt: the fewest cells whose change lets all relations of a table hold, and the
 * values they must take, blanks being free. Every repair changes a cell of every conflict, so the search branches over
 * the cells of the smallest one (Reiter’s hitting sets); what a branch has tried, its later sisters leave alone, so
 * each set of cells is met once and none is missed.
 */
import type { Relation, Values } from '../statute/relations.ts';
import { inUnits } from '../text/amounts.ts';
import { memo } from '../text/memo.ts';
import { type Budget, type Conflict, determinedValue, Exhausted, release, settle, settles, type Tableau, tableauOf } from './tableau.ts';

/** Sums of greater numbers would not be exact. */
export const GREATEST = 2 ** 40;

/** Three errors in one table are as many as its relations can tell apart. */
const MOST_CELLS = 3;

export interface Change {
  readonly cell: number;
  readonly from: number;
  /** `null`: blanks leave several values possible. */
  readonly to: number | null;
}

type Localisation =
  /** There are numbers for the blanks, if any, with which all relations hold. */
  | { readonly kind: 'consistent' }
  /** All repairs of the fewest cells, in no order of likelihood. */
  | { readonly kind: 'repairs'; readonly repairs: readonly (readonly Change[])[] }
  /** More than three cells must change. */
  | { readonly kind: 'many' }
  /** The budget ran out, so nobody knows. */
  | { readonly kind: 'exhausted' };

/** The relations of a form by groups that share no cell: what is wrong in one says nothing of another. */
export const independentParts = memo((relations: readonly Relation[]): readonly (readonly Relation[])[] => {
  const partOf = new Map<number, Relation[]>();
  for (const relation of relations) {
    const met = new Set(relation.terms.flatMap(({ cell }) => [partOf.get(cell) ?? []]));
    const part = [...[...met].flat(), relation];
    for (const one of part) for (const { cell } of one.terms) partOf.set(cell, part);
  }
  return [...new Set(partOf.values())];
});

/** Values in whole units. `budget` is in steps of about a microsecond; it may be shared by several calls. */
export function localise(relations: readonly Relation[], values: Values, budget: Budget): Localisation {
  try {
    const { tableau, conflict } = settle(tableauOf(relations, values, budget), budget);
    if (!conflict) return { kind: 'consistent' };
    for (let most = 1; most <= MOST_CELLS; most++) {
      const repairs: (readonly Change[])[] = [];
      search(tableau, conflict, [], new Set(), most, repairs, budget);
      if (repairs.length > 0) return { kind: 'repairs', repairs };
    }
    return { kind: 'many' };
  } catch (error) {
    if (error instanceof Exhausted) return { kind: 'exhausted' };
    throw error;
  }
}

function search(
  tableau: Tableau,
  conflict: Conflict,
  chosen: readonly number[],
  excluded: Set<number>,
  left: number,
  repairs: (readonly Change[])[],
  budget: Budget,
): void {
  const tried: number[] = [];
  for (const cell of conflict) {
    if (excluded.has(cell)) continue;
    if (left > 1 || settles(tableau, cell, budget)) {
      const cells = [...chosen, cell];
      const next = settle(release(tableau, cell, budget), budget);
      if (!next.conflict) repairs.push(changesOf(next.tableau, cells, budget));
      else if (left > 1) search(next.tableau, next.conflict, cells, excluded, left - 1, repairs, budget);
    }
    excluded.add(cell);
    tried.push(cell);
  }
  for (const cell of tried) excluded.delete(cell);
}

const changesOf = (tableau: Tableau, cells: readonly number[], budget: Budget): Change[] =>
  cells
    .map((cell): Change => ({ cell, from: tableau.values[cell] as number, to: determinedValue(tableau, cell, budget) }))
    .sort((a, b) => a.cell - b.cell);

/** Whether there are numbers for the blanks with which all relations hold. */
export const isConsistent = (relations: readonly Relation[], values: Values, budget: Budget): boolean =>
  settle(tableauOf(relations, values, budget), budget).conflict === null;

// A table of blanks alone takes some thousands of steps.
const STEPS_FOR_BLANKS = 50_000;

/**
 * Every blank that has the same value in all solutions, by cell index. Nothing at all where the known numbers
 * contradict one another: from a contradiction anything would follow.
 */
export function determineBlanks(
  relations: readonly Relation[],
  values: Values,
  budget: Budget = { left: STEPS_FOR_BLANKS },
): ReadonlyMap<number, number> {
  const determined = new Map<number, number>();
  const { units, fromUnits } = inUnits(values);
  if (units.some((value) => Math.abs(value ?? 0) > GREATEST)) return determined;
  try {
    const { tableau, conflict } = settle(tableauOf(relations, units, budget), budget);
    for (const cell of conflict ? [] : tableau.unknown) {
      const value = determinedValue(tableau, cell, budget);
      if (value !== null) determined.set(cell, fromUnits(value));
    }
  } catch (error) {
    if (!(error instanceof Exhausted)) throw error;
  }
  return determined;
}
