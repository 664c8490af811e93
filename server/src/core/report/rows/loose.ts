/** Where nothing separates cells: cuts runs of digits, and says which rows, and which tables, cannot be trusted. */
import { LAYOUTS } from '../../layout/layouts.ts';
import type { Token } from '../../layout/token.ts';
import type { RowSpec, TableForm } from '../../statute/form.ts';
import { residual } from '../../statute/relations.ts';
import type { ChosenRow, Fit } from './fit.ts';
import { splitRuns } from './split.ts';
import type { RawRow } from './walk.ts';

const BROKEN: ReadonlySet<string | undefined> = new Set<Fit['kind']>(['short', 'long', 'torn']);

// Fewer rows than this may be incomplete by accident.
const FEWEST_BROKEN = 3;

/** The candidates with their runs of digits cut, and without the numbers that may be another row's. `rows`: as they stand in the text. */
export const trusted = (rows: readonly RawRow[], candidates: readonly ChosenRow[], spec: TableForm): readonly ChosenRow[] =>
  doubtNeighbours(isGlued(rows) ? unglue(candidates, spec) : withoutTorn(candidates), spec);

/**
 * In text set in columns a row stands in one line, which is its label's or one of them. Converters of PDF files put the
 * numbers of a row on several lines, in an order that nothing tells.
 */
function withoutTorn(candidates: readonly ChosenRow[]): readonly ChosenRow[] {
  if (!candidates.some(({ row }) => row.values.some(({ layout }) => LAYOUTS[layout].columns))) return candidates;
  const torn = tornRows(candidates);
  if (torn.size === 0) return candidates;
  return candidates.map((candidate): ChosenRow => {
    // Beside torn rows one that is too short has lost nothing: the rest of it stands in another line.
    if (!torn.has(candidate) && candidate.fitted.kind !== 'short' && candidate.fitted.kind !== 'cut') return candidate;
    return {
      ...candidate,
      fitted: { kind: 'torn', found: candidate.row.values.length, reason: isTorn(candidate) ? 'torn' : 'besideTorn' },
    };
  });
}

const runOf = ({ values: [only, ...more] }: RawRow): string => (only && more.length === 0 ? only.digits : '');

const isTorn = ({ row }: ChosenRow): boolean => row.label.place.numbers === 'torn';

/** Beside a torn row, numbers that do not stand with the beginning of their label may be its neighbour's. */
function tornRows(candidates: readonly ChosenRow[]): ReadonlySet<ChosenRow> {
  const torn = new Set(candidates.filter(isTorn));
  for (const order of [candidates, [...candidates].reverse()])
    for (const [index, candidate] of order.entries()) {
      const before = order[index - 1];
      if (before && torn.has(before) && candidate.row.label.place.numbers === 'late') torn.add(candidate);
    }
  return torn;
}

/** Every row of numbers is one run of digits; labels stick to some of them, or some begin with zeros as no number does. */
function isGlued(rows: readonly RawRow[]): boolean {
  const filled = rows.filter(({ values }) => values.length > 0);
  return (
    filled.every((row) => row.values.length === 1) &&
    filled.some((row) => row.spec.cells.length > 1 && (row.values.some(({ layout }) => LAYOUTS[layout].runs) || /^0\d/.test(runOf(row))))
  );
}

/** Cuts the runs of digits that can be cut in one way only. */
function unglue(candidates: readonly ChosenRow[], spec: TableForm): ChosenRow[] {
  const runs = candidates.flatMap(({ row }) => {
    const digits = runOf(row);
    return digits ? [{ row: row.spec, digits }] : [];
  });
  const ways = splitRuns(runs, spec);
  return candidates.map((candidate): ChosenRow => {
    const { row } = candidate;
    const [only] = row.values;
    if (!only || row.spec.cells.length === 1) return candidate;
    let { start } = only;
    const numbers = ways.get(row.spec.index);
    // Where the row stands here twice, they may be the other's.
    const own = numbers?.join('') === runOf(row) ? numbers : undefined;
    const values = own?.map((value): Token => {
      const cell = only.numberAt(start, value);
      start = cell.end;
      return cell;
    });
    return { row, fitted: values ? { kind: 'full', values, reason: 'oneWay' } : { kind: 'glued', found: 1, reason: 'severalWays' } };
  });
}

/** Beside a row that does not have its number of numbers, one whose own sum fails may have taken some; among many, any may. */
function doubtNeighbours(candidates: readonly ChosenRow[], spec: TableForm): ChosenRow[] {
  const isBroken = (candidate: ChosenRow | undefined): boolean => BROKEN.has(candidate?.fitted.kind);
  const many = candidates.filter(isBroken).length >= FEWEST_BROKEN;
  return candidates.map((candidate, index): ChosenRow => {
    const { row, fitted } = candidate;
    const beside = many || isBroken(candidates[index - 1]) || isBroken(candidates[index + 1]);
    if (fitted.kind !== 'full' || !beside || sumsHold(row.spec, fitted.values, spec)) return candidate;
    return { ...candidate, fitted: { kind: 'long', found: row.values.length, reason: 'neighbour' } };
  });
}

/** The relations within a row; one with a cell that is no number is not judged. */
function sumsHold(row: RowSpec, own: readonly Token[], { cells, relations }: TableForm): boolean {
  const values = cells.map((cell): number | null => {
    const content = cell.row === row ? own[row.cells.indexOf(cell)]?.content : undefined;
    return content?.kind === 'number' ? content.value : null;
  });
  return relations.every((relation) => !residual(relation, values));
}

/**
 * Where nothing separates cells, a row is too short for certain only if no number of the table is without a row: what it
 * is short of may be that number.
 */
export function doubtShort(chosen: (ChosenRow | undefined)[], duplicates: readonly ChosenRow[], numbers: number): void {
  const all = [...chosen, ...duplicates].filter((one) => one !== undefined);
  const housed = all.reduce((sum, { row }) => sum + row.values.filter(({ holds }) => holds === 'number').length, 0);
  if (numbers <= housed && !all.some(({ fitted }) => fitted.kind === 'long' && fitted.reason !== 'neighbour')) return;
  for (const [index, one] of chosen.entries()) {
    if (one?.fitted.kind !== 'short' && one?.fitted.kind !== 'cut') continue;
    chosen[index] = { ...one, fitted: { kind: 'torn', found: one.row.values.length, reason: 'homeless' } };
  }
}

/** Where nothing separates cells and most rows do not have their number of numbers, none can be trusted. */
export function isScrambled(candidates: readonly ChosenRow[], spec: TableForm): boolean {
  const broken = candidates.filter(({ fitted }) => fitted.kind !== 'full' && fitted.kind !== 'glued').length;
  const due = Math.min(FEWEST_BROKEN, spec.rows.length);
  return broken >= due && spec.rows.length > 1 && broken * 2 > candidates.length;
}
