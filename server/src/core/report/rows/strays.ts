/** Rows in words that no form has, taken for the form's by their place, their cells and their likeness. */
import type { RowSpec, TableForm } from '../../statute/form.ts';
import { unnumbered } from '../../statute/lexicon.ts';
import { keyOf } from '../../text/normalise.ts';
import { type ChosenRow, fit, type TableStyle } from './fit.ts';
import type { RawRow, StrayRow } from './walk.ts';

/**
 * Rows in words that no form has: taken where the form has as many rows as stand between two known ones, all of them
 * whole, each in words like the form's. Anything less would be a guess.
 */
export function claimStrays(chosen: (ChosenRow | undefined)[], strays: readonly StrayRow[], spec: TableForm, style: TableStyle): void {
  if (strays.length === 0) return;
  for (let from = 0; from < chosen.length; from++) {
    if (chosen[from]) continue;
    let to = from;
    while (to < chosen.length && !chosen[to]) to++;
    const above = chosen[from - 1]?.row.label.start ?? -1;
    const below = chosen[to]?.row.label.start ?? Number.POSITIVE_INFINITY;
    const between = strays.filter(({ label }) => label.start > above && label.start < below);
    const claimed = between.flatMap((stray, index) => {
      const row = spec.rows[from + index];
      return row?.labelled ? claim(stray, row, style) : [];
    });
    if (between.length === to - from && claimed.length === between.length && (above >= 0 || to < chosen.length)) {
      for (const candidate of claimed) chosen[candidate.row.spec.index] = candidate;
    }
    from = to;
  }
}

function claim(stray: StrayRow, spec: RowSpec, style: TableStyle): ChosenRow[] {
  const row: RawRow = { ...stray, spec, closed: true, doubtful: false };
  const fitted = fit(row, style);
  const { key } = stray.label;
  const alike = Math.max(likeness(key, keyOf(spec.label)), likeness(key, keyOf(unnumbered(spec.label))));
  return fitted.kind === 'full' && alike >= ALIKE ? [{ row, fitted, claimed: true }] : [];
}

const ALIKE = 0.5;

/** Dice's coefficient over pairs of characters: 1 for the same words, 0 for none in common. */
function likeness(a: string, b: string): number {
  const pairs = (key: string): string[] => Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2));
  const left = pairs(a);
  const right = pairs(b);
  const common = left.filter((pair) => right.includes(pair)).length;
  return left.length + right.length === 0 ? 0 : (2 * common) / (left.length + right.length);
}
