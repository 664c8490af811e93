/** Chooses, for each line of a form, the row of the text that is meant, where rows are torn, repeated or unknown. */
import { isLoose, type LayoutId, type Token } from '../layout/token.ts';
import type { LineSpec, TableForm } from '../statute/form.ts';
import { unnumbered } from '../statute/lexicon.ts';
import { residual } from '../statute/relations.ts';
import { keyOf } from '../text/normalise.ts';
import { contentOf, keyOfToken } from './content.ts';
import { type Fit, fit, styleOf, type TableStyle } from './fit.ts';
import { splitRuns } from './split.ts';
import type { RawLine, StrayLine, Walked } from './walk.ts';

export interface ChosenRow {
  readonly row: RawLine;
  readonly fitted: Fit<Token>;
  /** Its label is in words that no form has. */
  readonly claimed?: true;
}

export interface ChosenRows {
  /** By line index. */
  readonly rows: readonly (ChosenRow | undefined)[];
  /** Whole rows for lines that have one already. */
  readonly duplicates: readonly ChosenRow[];
  /** The layout that most rows have. */
  readonly layout: LayoutId | null;
  /** Labels and numbers do not stand together. */
  readonly scrambled: boolean;
}

type IsBlank = (token: Token) => boolean;

export function chooseRows(text: string, { rows, strays, headless }: Walked, spec: TableForm, isBlank: IsBlank): ChosenRows {
  const [main = [], ...others] = partsOf(ended(rows));
  const layout = layoutOf(main);
  const grid = layout !== null && layout !== 'cell-lines' && layout !== 'trailing-pipes' && layout !== 'html' && !isLoose(layout);
  // How merged cells are written shows in any part of a torn table.
  const style = styleOf(layout === null ? main : rows.filter(({ label }) => label.layout === layout), grid, isBlank);
  const chosen: (ChosenRow | undefined)[] = spec.lines.map(() => undefined);
  const duplicates: ChosenRow[] = [];
  const fitted = withoutRepeats(text, main, spec).map((row): ChosenRow => ({ row, fitted: fit(row, style, isBlank) }));
  const loose = layout !== null && isLoose(layout);
  const candidates = !loose ? fitted : doubtNeighbours(text, isGlued(text, main) ? unglue(text, fitted, spec) : fitted, spec);
  for (const candidate of candidates) {
    const { index } = candidate.row.spec;
    const known = chosen[index];
    if (!known || rank(candidate) > rank(known)) chosen[index] = candidate;
    else if (rank(known) === WHOLE && rank(candidate) === WHOLE) duplicates.push(candidate);
  }
  const scrambled = loose && (isScrambled(candidates, spec) || (headless && main[main.length - 1]?.values.length === 0));
  if (!scrambled) {
    fillGaps(chosen, others, style, isBlank);
    claimStrays(text, chosen, strays, spec, style, isBlank);
  }
  return { rows: chosen, duplicates, layout, scrambled };
}

/** Where hardly anything but the next label ends a row, a row that is cut off may lack any of its cells, not the last. */
function ended(rows: readonly RawLine[]): readonly RawLine[] {
  const closed = rows.filter((row) => row.closed).length;
  return closed * 2 >= rows.length ? rows : rows.map((row) => ({ ...row, closed: true }));
}

const WHOLE = 2;
/** A row with all its cells before one with some, that before a label in passing (in a caption, in a repeated header). */
const rank = ({ row, fitted }: ChosenRow): number => (fitted.kind === 'full' ? WHOLE : row.values.length > 0 ? 1 : 0);

function layoutOf(rows: readonly RawLine[]): LayoutId | null {
  const counts = new Map<LayoutId, number>();
  for (const { label, values } of rows) if (values.length > 0) counts.set(label.layout, (counts.get(label.layout) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? rows[0]?.label.layout ?? null;
}

/**
 * The rows that stand together, the fullest part first. A text may hold a table twice (another year's beside this
 * one): where the first row comes again, another part begins.
 */
function partsOf(rows: readonly RawLine[]): readonly (readonly RawLine[])[] {
  const parts: RawLine[][] = [];
  let open: RawLine[] | undefined;
  /** The lines of the form that `open` has. */
  const known = new Set<LineSpec | undefined>();
  for (const [index, row] of rows.entries()) {
    const last = open?.[open.length - 1];
    // A row that comes twice on its own is no other table: there the rows behind it come again, too.
    const repeats = known.has(rows[index + 1]?.spec);
    const restarts = open !== undefined && repeats && row.spec === open[0]?.spec && row.values.length > 0 && open.length > 2;
    if (!open || restarts || row.part !== last?.part) {
      open = [];
      known.clear();
      parts.push(open);
    }
    open.push(row);
    known.add(row.spec);
  }
  const whole = new Map(parts.map((part) => [part, part.filter(({ spec, values }) => values.length >= spec.cells.length).length]));
  return parts.sort((a, b) => (whole.get(b) ?? 0) - (whole.get(a) ?? 0));
}

const DIGITS = /^\d+$/;
const runOf = (text: string, { values: [only, ...more] }: RawLine): string => {
  const written = only && more.length === 0 ? text.slice(only.start, only.end) : '';
  return DIGITS.test(written) ? written : '';
};

/** Every row of numbers is one run of digits; labels stick to some of them, or some begin with zeros as no number does. */
function isGlued(text: string, rows: readonly RawLine[]): boolean {
  const filled = rows.filter(({ values }) => values.length > 0);
  return (
    filled.every((row) => row.values.length === 1) &&
    filled.some((row) => row.spec.cells.length > 1 && (row.values[0]?.layout === 'glued' || /^0\d/.test(runOf(text, row))))
  );
}

/** Cuts the runs of digits that can be cut in one way only. */
function unglue(text: string, candidates: readonly ChosenRow[], spec: TableForm): ChosenRow[] {
  const runs = candidates.flatMap(({ row }) => {
    const digits = runOf(text, row);
    return digits ? [{ line: row.spec, digits }] : [];
  });
  const ways = splitRuns(runs, spec);
  return candidates.map((candidate): ChosenRow => {
    const { row } = candidate;
    const [only] = row.values;
    if (!only || row.spec.cells.length === 1) return candidate;
    let start = only.start;
    const numbers = ways.get(row.spec.index);
    // Where the row stands here twice, they may be the other's.
    const own = numbers?.join('') === runOf(text, row) ? numbers : undefined;
    const values = own?.map((value): Token => {
      const token = { ...only, start, end: start + String(value).length };
      start = token.end;
      return token;
    });
    return { row, fitted: values ? { kind: 'full', values } : { kind: 'glued', found: 1 } };
  });
}

/**
 * Merged number cells that a converter has written out once for each column. A row of one number says so by itself;
 * of several, every row of that width must.
 */
function withoutRepeats(text: string, rows: readonly RawLine[], spec: TableForm): readonly RawLine[] {
  const widest = Math.max(...spec.lines.map(({ cells }) => cells.length));
  const shown = (token: Token | undefined): string => (token ? text.slice(token.start, token.end).trim() : '');
  const repeats = ({ values, spec: { cells } }: RawLine): boolean => {
    const last = shown(values[cells.length - 1]);
    return (
      cells.length < widest && values.length === widest && last !== '' && values.slice(cells.length).every((value) => shown(value) === last)
    );
  };
  /** The numbers of cells due of which some row does not repeat any. */
  const kept = new Set(rows.filter((row) => !repeats(row)).map((row) => row.spec.cells.length));
  return rows.map((row) => {
    const due = row.spec.cells.length;
    return (due === 1 || !kept.has(due)) && repeats(row) ? { ...row, values: row.values.slice(0, due) } : row;
  });
}

/** Beside a row that does not have its number of numbers, one whose own sum fails may have taken some; among many, any may. */
function doubtNeighbours(text: string, candidates: readonly ChosenRow[], spec: TableForm): ChosenRow[] {
  const isBroken = (candidate: ChosenRow | undefined): boolean => candidate?.fitted.kind === 'short' || candidate?.fitted.kind === 'long';
  const many = candidates.filter(isBroken).length >= FEWEST_BROKEN;
  return candidates.map((candidate, index): ChosenRow => {
    const { row, fitted } = candidate;
    const beside = many || isBroken(candidates[index - 1]) || isBroken(candidates[index + 1]);
    if (fitted.kind !== 'full' || !beside || sumsHold(text, row.spec, fitted.values, spec)) return candidate;
    return { ...candidate, fitted: { kind: 'long', found: row.values.length } };
  });
}

/** The relations within a row; one with a cell that is no number is not judged. */
function sumsHold(text: string, line: LineSpec, tokens: readonly Token[], { cells, relations }: TableForm): boolean {
  const values = cells.map((cell): number | null => {
    const token = cell.line === line ? tokens[line.cells.indexOf(cell)] : undefined;
    const content = token && contentOf(text, token);
    return content?.kind === 'number' ? content.value : null;
  });
  return relations.every((relation) => !residual(relation, values));
}

// Fewer rows than this may be incomplete by accident.
const FEWEST_BROKEN = 3;

/** Where nothing separates cells and most rows do not have their number of numbers, none can be trusted. */
function isScrambled(candidates: readonly ChosenRow[], spec: TableForm): boolean {
  const broken = candidates.filter(({ fitted }) => fitted.kind !== 'full' && fitted.kind !== 'glued').length;
  const due = Math.min(FEWEST_BROKEN, spec.lines.length);
  return broken >= due && spec.lines.length > 1 && broken * 2 > candidates.length;
}

/** Pieces of a torn table fill its gaps, with whole rows only: another table has other widths, or rows that are here already. */
function fillGaps(chosen: (ChosenRow | undefined)[], others: readonly (readonly RawLine[])[], style: TableStyle, isBlank: IsBlank): void {
  for (const part of others) {
    if (part.some(({ spec: { index } }) => chosen[index]?.row.values.length)) continue;
    for (const row of part) {
      const fitted = fit(row, style, isBlank);
      if (fitted.kind === 'full') chosen[row.spec.index] = { row, fitted };
    }
  }
}

/**
 * Rows in words that no form has: taken where the form has as many rows as stand between two known ones, all of them
 * whole, each in words like the form's. Anything less would be a guess.
 */
function claimStrays(
  text: string,
  chosen: (ChosenRow | undefined)[],
  strays: readonly StrayLine[],
  spec: TableForm,
  style: TableStyle,
  isBlank: IsBlank,
): void {
  if (strays.length === 0) return;
  for (let from = 0; from < chosen.length; from++) {
    if (chosen[from]) continue;
    let to = from;
    while (to < chosen.length && !chosen[to]) to++;
    const above = chosen[from - 1]?.row.label.start ?? -1;
    const below = chosen[to]?.row.label.start ?? Number.POSITIVE_INFINITY;
    const between = strays.filter(({ label }) => label.start > above && label.start < below);
    const claimed = between.flatMap((stray, index) => {
      const line = spec.lines[from + index];
      return line?.labelled ? claim(text, stray, line, style, isBlank) : [];
    });
    if (between.length === to - from && claimed.length === between.length && (above >= 0 || to < chosen.length)) {
      for (const candidate of claimed) chosen[candidate.row.spec.index] = candidate;
    }
    from = to;
  }
}

function claim(text: string, stray: StrayLine, line: LineSpec, style: TableStyle, isBlank: IsBlank): ChosenRow[] {
  const row: RawLine = { ...stray, spec: line, closed: true, doubtful: false };
  const fitted = fit(row, style, isBlank);
  const key = keyOfToken(text, stray.label);
  const alike = Math.max(likeness(key, keyOf(line.label)), likeness(key, keyOf(unnumbered(line.label))));
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
