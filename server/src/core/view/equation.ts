/** A relation written out with the numbers that stand in its cells: `总计 21 ≠ 20 = 自然人 6 + 商业企业 14 ✗`. */
import { brief, columnLabel, rowLabel, shortLabel } from '../finding/names.ts';
import type { TableForm } from '../statute/form.ts';
import { type Relation, residual, type Values } from '../statute/relations.ts';
import { sumOf } from '../text/amounts.ts';

export interface Equation {
  /** `open`: a cell of it has no number, so nobody can judge it. */
  readonly state: 'holds' | 'broken' | 'open';
  readonly text: string;
}

// Longer sums are read without what is 0 in them.
const LONGEST_WHOLE = 8;

const SIGNS = { holds: ['=', ' ✓'], broken: ['≠', ' ✗'], open: ['=', ''] } as const;

/** `values` by cell index, `null` where there is no number. */
export function equationOf({ cells }: TableForm, relation: Relation, values: Values): Equation {
  const difference = residual(relation, values);
  const state = difference === null ? 'open' : difference === 0 ? 'holds' : 'broken';
  const nameOf = (index: number): string => {
    const cell = cells[index];
    if (!cell) return '';
    return relation.each === 'row' ? columnLabel(cell) : brief(shortLabel(rowLabel(cell)));
  };
  const terms = (side: readonly number[]): readonly string[] => {
    const shown = side.length > LONGEST_WHOLE ? side.filter((index) => values[index] !== 0) : side;
    return shown.map((index) => `${nameOf(index)} ${values[index] ?? '？'}`.replace('） ', '）'));
  };
  const sum = (side: readonly number[]): string => String(sumOf(side.map((index) => values[index] ?? Number.NaN)));
  // What several terms come to is said where it is not the same on both sides.
  const written = (side: readonly number[]): readonly string[] => {
    const parts = terms(side);
    const total = state === 'broken' && side.length > 1 ? [sum(side)] : [];
    return parts.length === 0 ? ['0'] : [parts.join(' + '), ...total];
  };
  const [sign, mark] = SIGNS[state];
  // A total comes first; of a balance, the side that stands first in the form.
  const sides = [relation.left, relation.right];
  if (sides.every(({ length }) => length > 1)) sides.sort(([a = 0], [b = 0]) => a - b);
  const [first = [], second = []] = sides;
  const left = written(first).join(' = ');
  const right = written(second).toReversed().join(' = ');
  return { state, text: `${left} ${sign} ${right}${mark}` };
}
