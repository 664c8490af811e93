/** What explains the relations of a table that do not hold: the only repair, the candidates, or nothing certain. */

import { type Language, type Localized, say } from '../finding/finding.ts';
import { cellName, specAt } from '../finding/names.ts';
import type { BoundTable, Document } from '../report/report.ts';
import { valuesOf } from '../report/report.ts';
import { type Relation, residual, type Values } from '../statute/relations.ts';
import { inUnits, sumOf } from '../text/amounts.ts';
import { memo } from '../text/memo.ts';
import { type Change, GREATEST, independentParts, localise } from './localise.ts';
import { explainingSteps, type RowStep } from './row-steps.ts';
import { type Slip, type Surroundings, slipOf } from './slips.ts';
import { type Budget, Exhausted } from './tableau.ts';

/** The fewest cells that can be changed together so that all relations hold. */
export interface Repair {
  readonly changes: readonly Change[];
  /** For each change the slip that may have caused it. */
  readonly slips: readonly (Localized | null)[];
  /** The slip that explains all changes as one, such as a number in the wrong column. */
  readonly joint: Localized | null;
}

export type Diagnosis =
  | { readonly kind: 'consistent' }
  /** There is no other repair of as few cells, and no step with a row that explains everything in another way. */
  | { readonly kind: 'unique'; readonly repair: Repair }
  /** One step with a whole row explains everything, and no two cells do. */
  | { readonly kind: 'step'; readonly step: RowStep }
  /** Several repairs, the likeliest first, and the steps with whole rows that explain everything as well. */
  | { readonly kind: 'ambiguous'; readonly repairs: readonly Repair[]; readonly steps: readonly RowStep[] }
  /** More than three cells are wrong. */
  | { readonly kind: 'many' }
  /** Too much is wrong to be worked out in time. */
  | { readonly kind: 'exhausted' }
  /** The form has sums of changes, which may be below 0, or of counts and amounts together; or a number is too great. */
  | { readonly kind: 'unjudged' };

/** In steps, not in time, so that the same text has the same findings everywhere: some milliseconds. */
const STEPS = 20_000;

/** The same table is asked about by several rules and by every fix: it is worked out once. */
export const diagnose = memo(diagnosisOf);

/** Whether one cause is known for everything that does not hold. */
export const isExplained = ({ kind }: Diagnosis): boolean => kind === 'unique' || kind === 'step';

/** The relations that can be judged and do not hold. */
export const violatedOf = (table: BoundTable, values: Values = valuesOf(table)): Relation[] =>
  table.spec.relations.filter((relation) => (residual(relation, values) ?? 0) !== 0);

function diagnosisOf({ text }: Document, table: BoundTable): Diagnosis {
  const { spec } = table;
  const written = valuesOf(table);
  if (holdsWithZeros(spec.relations, written)) return { kind: 'consistent' };
  const { units, fromUnits } = inUnits(written);
  const isSound = ({ terms: [first, ...rest] }: Relation): boolean => {
    const kind = spec.cells[first?.cell ?? -1]?.number;
    return kind !== 'signed' && rest.every(({ cell }) => spec.cells[cell]?.number === kind);
  };
  if (!spec.relations.every(isSound) || units.some((value) => (value ?? 0) > GREATEST)) return { kind: 'unjudged' };
  return inValues(diagnosisOfUnits(text, table, units), fromUnits);
}

/** The diagnosis with the numbers as they are written. */
function inValues(diagnosis: Diagnosis, fromUnits: (units: number) => number): Diagnosis {
  const changed = <T extends { readonly changes: readonly Change[] }>(one: T): T => ({
    ...one,
    changes: one.changes.map(({ cell, from, to }): Change => ({ cell, from: fromUnits(from), to: to === null ? null : fromUnits(to) })),
  });
  switch (diagnosis.kind) {
    case 'unique':
      return { kind: 'unique', repair: changed(diagnosis.repair) };
    case 'step':
      return { kind: 'step', step: changed(diagnosis.step) };
    case 'ambiguous':
      return { kind: 'ambiguous', repairs: diagnosis.repairs.map(changed), steps: diagnosis.steps.map(changed) };
    default:
      return diagnosis;
  }
}

function diagnosisOfUnits(text: string, table: BoundTable, values: Values): Diagnosis {
  const { spec } = table;
  const { relations } = spec;
  const budget: Budget = { left: STEPS };
  const results = independentParts(relations).map((part) => localise(part, values, budget));
  if (results.some(({ kind }) => kind === 'exhausted')) return { kind: 'exhausted' };
  const isMany = results.some(({ kind }) => kind === 'many');
  const parts = results.flatMap((result) => (result.kind === 'repairs' ? [result.repairs] : []));
  if (parts.length === 0 && !isMany) return { kind: 'consistent' };
  // A repair of the table is one of each part. Where a part has several, they are listed part by part, not multiplied.
  const whole = parts.every(({ length }) => length === 1) ? [parts.flatMap(([one]) => one ?? [])] : parts.flat();
  const repairs = isMany ? [] : rank(whole, { form: spec, values, isWide: (cell) => isWide(text, table, cell) });
  const [only] = repairs;
  const fewest = isMany ? Number.POSITIVE_INFINITY : parts.reduce((sum, [first]) => sum + (first?.length ?? 0), 0);
  // No step with a row is as likely as a single wrong number.
  const steps = fewest > 1 ? stepsOf(table, values, budget) : [];
  const [step] = steps;
  if (step && steps.length === 1 && fewest > 2) return { kind: 'step', step };
  const contested = steps.some((one) => !only || !isSame(only, one));
  const isUnique = repairs.length === 1 && !contested && only?.changes.every(({ to }) => to !== null);
  if (only && isUnique) return { kind: 'unique', repair: only };
  return repairs.length > 0 || steps.length > 0 ? { kind: 'ambiguous', repairs, steps } : { kind: 'many' };
}

const isSame = ({ changes }: Repair, step: RowStep): boolean =>
  changes.length === step.changes.length &&
  changes.every(({ cell, to }, at) => step.changes[at]?.cell === cell && step.changes[at]?.to === to);

/** Almost every table: all relations hold, blanks taken for 0. Then nothing can be said against it. */
const holdsWithZeros = (relations: readonly Relation[], values: Values): boolean =>
  relations.every((relation) => (residual(relation, values) ?? restOf(relation, values)) === 0);

const restOf = ({ terms }: Relation, values: Values): number => sumOf(terms.map(({ cell, sign }) => sign * (values[cell] ?? 0)));

function stepsOf({ spec }: BoundTable, values: Values, budget: Budget): RowStep[] {
  try {
    return explainingSteps(spec, values, budget);
  } catch (error) {
    if (error instanceof Exhausted) return [];
    throw error;
  }
}

/** `（一）予以公开·自然人 53 → 35（疑似数字颠倒）`; a value that blanks leave open is `?`. */
export function nameOfRepair(table: BoundTable, { changes, slips, joint }: Repair, nameOf = cellName): Localized {
  const named = (language: Language): string => {
    const hint = (slip: Localized | null | undefined): string =>
      !slip ? '' : language === 'en' ? ` (${slip.en})` : `（${slip['zh-cn']}）`;
    const cells = changes.map(
      ({ cell, from, to }, at) => `${nameOf(specAt(table, cell))} ${from} → ${to ?? '?'}${joint ? '' : hint(slips[at])}`,
    );
    return `${cells.join(language === 'en' ? ', ' : '，')}${hint(joint)}`;
  };
  return say(named('zh-cn'), named('en'));
}

const isWide = (text: string, table: BoundTable, cell: number): boolean => {
  const span = table.cells[cell]?.span;
  return span !== undefined && /[０-９]/.test(text.slice(span.start, span.end));
};

function rank(all: readonly (readonly Change[])[], around: Surroundings): Repair[] {
  const weighed = all.map((changes) => {
    const joint = changes.length > 1 ? slipOf(changes, around) : null;
    const slips: (Slip | null)[] = changes.map((change) => slipOf([change], around));
    const weight = joint?.weight ?? slips.reduce((sum, slip) => sum + (slip?.weight ?? 0), 0) / changes.length;
    return { repair: { changes, slips: slips.map((slip) => slip?.name ?? null), joint: joint?.name ?? null }, weight };
  });
  return weighed.sort((a, b) => b.weight - a.weight).map(({ repair }) => repair);
}
