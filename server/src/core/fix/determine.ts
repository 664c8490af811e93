/**
 * What arithmetic says about blanks: a cell is determined when it has the same value in every solution of the
 * relations in whole numbers that are not negative. Bounds are narrowed relation by relation until nothing moves.
 */
import type { Relation, Values } from '../statute/relations.ts';

/** Narrowing a relation over unbounded cells can creep by one a round; sums in reports settle within a few. */
const MOST_ROUNDS = 60;

/**
 * The value of every blank that is determined, by cell index. Nothing at all where the known numbers contradict
 * one another: from a contradiction anything would follow.
 */
export function determineBlanks(relations: readonly Relation[], values: Values): ReadonlyMap<number, number> {
  const low = values.map((value) => value ?? 0);
  const high = values.map((value) => value ?? Number.POSITIVE_INFINITY);
  let moved = true;
  for (let round = 0; moved && round < MOST_ROUNDS; round++) {
    moved = false;
    for (const relation of relations) {
      const step = narrow(relation, low, high);
      if (step === 'contradiction') return new Map();
      if (step === 'moved') moved = true;
    }
  }
  const determined = new Map<number, number>();
  values.forEach((value, cell) => {
    if (value === null && low[cell] === high[cell]) determined.set(cell, low[cell] as number);
  });
  return determined;
}

/** Tightens the bounds of every cell of Σ sign·cell = 0 by those of the others. */
function narrow(relation: Relation, low: number[], high: number[]): 'still' | 'moved' | 'contradiction' {
  let result: 'still' | 'moved' = 'still';
  for (const { cell, sign } of relation.terms) {
    let least = 0;
    let most = 0;
    for (const other of relation.terms) {
      if (other.cell === cell) continue;
      // sign·x = −Σ other, so the others' bounds swap where the signs agree.
      const same = other.sign === sign;
      least += same ? -(high[other.cell] as number) : (low[other.cell] as number);
      most += same ? -(low[other.cell] as number) : (high[other.cell] as number);
    }
    if (least > (low[cell] as number)) {
      low[cell] = least;
      result = 'moved';
    }
    if (most < (high[cell] as number)) {
      high[cell] = most;
      result = 'moved';
    }
    if ((low[cell] as number) > (high[cell] as number)) return 'contradiction';
  }
  return result;
}
