/** Gives every number its statutory key: the cells of a table and an edition in, a bound table out. */
import type { Content } from '../layout/content.ts';
import { LAYOUTS } from '../layout/layouts.ts';
import type { Token } from '../layout/token.ts';
import { allows, type CellSpec, type Form, latestInForce, type TableForm, tableFormOf } from '../statute/form.ts';
import type { LabelEntry } from '../statute/lexicon.ts';
import { keyOf } from '../text/normalise.ts';
import { cover, type Span } from '../text/span.ts';
import { type BoundCell, type BoundRow, type BoundTable, type CellState, type FoundWord, largestOf, type Section } from './report.ts';
import { type ChosenRows, chooseRows } from './rows/choose-rows.ts';
import type { ChosenRow, Fit } from './rows/fit.ts';
import { nearest, type RawRow, walk } from './rows/walk.ts';
import type { Classified, Item } from './words/classify.ts';

/** Binds every table of a report. Its year decides where the words of a table fit more than one edition. */
export function bindTables(
  classified: Classified,
  sections: readonly Section[],
  forms: readonly Form[],
  year: number | null,
): BoundTable[] {
  const read = (id: string, items: readonly Item[], form: Form): Reading => {
    const spec = tableFormOf(form, id) as TableForm;
    return readTable(ownItems(items, spec, sections), form, spec);
  };
  const bound: BoundTable[] = [];
  const undecided: [string, readonly Item[], readonly Reading[]][] = [];
  for (const [id, items] of classified.tables) {
    const readings = wholeOf(mostRead(namedForms(id, items, forms).map((form) => read(id, items, form))));
    const [best, ...rivals] = readings;
    if (best && rivals.length === 0) bound.push(bindTable(best));
    else undecided.push([id, items, readings]);
  }
  const leading = largestOf(bound)?.form;
  for (const [id, items, rivals] of undecided) {
    const due = latestInForce(
      forms.filter((form) => tableFormOf(form, id)),
      year,
    );
    const order = [leading ?? due, ...[...forms].reverse()].filter((form) => form !== null);
    const form = order.find((one) => (rivals.length > 0 ? rivals.some((rival) => rival.form === one) : tableFormOf(one, id)));
    if (form) bound.push(bindTable(rivals.find((rival) => rival.form === form) ?? read(id, items, form)));
  }
  return bound.filter(isThere).sort((a, b) => a.span.start - b.span.start);
}

/** The editions that a table's words speak for: those that know most of the words that not all of them know. */
function namedForms(id: string, items: readonly Item[], forms: readonly Form[]): Form[] {
  const possible = forms.filter((form) => tableFormOf(form, id));
  const counts = new Map<Form, number>();
  for (const { meanings } of items) {
    const knowing = meanings ? formsOf(meanings, id) : [];
    // With further editions at hand, a word may be known to several of them and still speak against another.
    if (knowing.length === possible.length && possible.length > 1) continue;
    for (const form of knowing) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  if (most > 0) return forms.filter((form) => counts.get(form) === most);
  // A table that all editions write alike has no edition of its own: the report decides.
  const differ = new Set(possible.map((form) => tableFormOf(form, id)?.rows.length));
  return differ.size > 1 ? possible : [];
}

/** The editions in whose table of that id a word occurs. */
function formsOf(meanings: NonNullable<Item['meanings']>, id: string): Form[] {
  const knowing: Form[] = [];
  for (const { form, table } of meanings) if (table.id === id && !knowing.includes(form)) knowing.push(form);
  return knowing;
}

function onlyForm(meanings: NonNullable<Item['meanings']>, id: string): Form | null {
  let only: Form | null = null;
  for (const { form, table } of meanings) {
    if (table.id !== id) continue;
    if (only && only !== form) return null;
    only = form;
  }
  return only;
}

/** The readings of which most cells are read; several where as many are. */
function mostRead(readings: readonly Reading[]): readonly Reading[] {
  const counts = readings.map(({ cells }) => cells.filter((cell) => cell && cell.state !== 'missing').length);
  const most = Math.max(...counts);
  return readings.filter((_, index) => counts[index] === most);
}

/** Those that have every row of their form, where some have: a newer form may be the older one with more rows. */
function wholeOf(readings: readonly Reading[]): readonly Reading[] {
  const whole = readings.filter(({ lines }) => lines.every((line) => line !== undefined));
  return whole.length > 0 ? whole : readings;
}

// So many words of a table in one place are its header.
const HEADER_WORDS = 5;

/**
 * A word of a table in passing is no table: it takes a row with cells, or most of the header. Where nothing separates
 * cells, a sentence may look like a row: there it takes several rows, or most of the cells of the only one.
 */
function isThere({ rows, words, layout }: BoundTable): boolean {
  if (words.length >= HEADER_WORDS && words.some(({ entry: { kind } }) => kind !== 'row' && kind !== 'group')) return true;
  const found = rows.filter((row) => row && row.found > 0);
  if (!LAYOUTS[layout].loose) return found.length > 0;
  return found.length > 2 || found.some((row) => row && !row.spec.labelled && row.found * 2 >= row.cells.length);
}

/**
 * Other tables use words of this one (a list of licences in section 一): where the form's own section holds at
 * least half as many rows as stand elsewhere, only what stands there is read.
 */
function ownItems(items: readonly Item[], spec: TableForm, sections: readonly Section[]): readonly Item[] {
  const section = sections.find(({ id }) => id === spec.section)?.span;
  const inside = ({ cell: { start } }: Item): boolean => section !== undefined && start >= section.start && start < section.end;
  const own = items.filter(inside);
  if (own.length === 0 || own.length === items.length) return items;
  const rows = (some: readonly Item[]): number => walk(some, spec).rows.filter(({ values }) => values.length > 0).length;
  return rows(own) * 2 >= rows(items.filter((item) => !inside(item))) ? own : items;
}

/** The cells of a table by one edition, as far as it takes to choose between editions. */
interface Reading {
  readonly form: Form;
  readonly spec: TableForm;
  readonly items: readonly Item[];
  readonly chosen: ChosenRows;
  readonly lines: readonly (BoundRow | undefined)[];
  readonly cells: readonly (BoundCell | undefined)[];
}

function readTable(items: readonly Item[], form: Form, spec: TableForm): Reading {
  const chosen = chooseRows(walk(items, spec), spec);
  const rows = chosen.rows.map((row) => row && bindRow(row, chosen));
  const cells: (BoundCell | undefined)[] = spec.cells.map(() => undefined);
  for (const row of rows) for (const cell of row?.cells ?? []) cells[cell.spec.index] = cell;
  return { form, spec, items, chosen, lines: rows, cells };
}

const bindRow = ({ row, fitted }: ChosenRow, { scrambled }: ChosenRows): BoundRow =>
  bindFitted(row, scrambled ? { kind: 'scrambled', found: row.values.length } : fitted);

function bindTable({ form, spec, items, chosen, lines, cells }: Reading): BoundTable {
  const { rows, duplicates, layout, scrambled } = chosen;
  const words = items.filter((item) => item.meanings);
  const head = (words[0] ?? (items[0] as Item)).cell;
  const evidence = words.filter((item) => item.meanings && onlyForm(item.meanings, spec.id) === form).map((item) => item.cell.ink);
  const ends = lines.map((row) => row?.span.end ?? 0);
  return {
    form,
    spec,
    layout: layout ?? head.layout,
    head: head.ink,
    span: { start: head.start, end: Math.max(head.end, ...ends) },
    rows: lines,
    cells,
    evidence,
    words: [...foundWords(words, spec, rows), ...rows.flatMap((row) => (row?.claimed ? [claimedWord(row, form, spec)] : []))],
    duplicates: scrambled ? [] : duplicates.map((row) => bindRow(row, chosen)),
    scrambled,
  };
}

/** The words of the table as found, each in the meaning that `walk` gives it; one that heads no row is a header's. */
function foundWords(words: readonly Item[], spec: TableForm, rows: readonly (ChosenRow | undefined)[]): FoundWord[] {
  const labels = new Set(rows.map((chosen) => chosen?.row.label));
  let ordinal = -1;
  return words.flatMap(({ cell, meanings, key = '' }): FoundWord[] => {
    const meant = nearest(meanings ?? [], spec, ordinal);
    if (!meant) return [];
    ordinal = meant.ordinal;
    const other = meant.kind === 'row' && !labels.has(cell) ? meanings?.find((one) => one.table === spec && one.key === key) : undefined;
    return [{ span: cell.ink, key, entry: other ?? meant, broken: isBroken(cell) }];
  });
}

function claimedWord({ row: { label, spec: row } }: ChosenRow, form: Form, spec: TableForm): FoundWord {
  const entry: LabelEntry = { form, table: spec, kind: 'row', label: row.label, key: keyOf(row.label), ordinal: -1, row };
  return { span: label.ink, key: label.key, entry, broken: isBroken(label), claimed: true };
}

const isBroken = ({ shown }: Token): boolean => shown !== undefined;

interface Scrambled {
  readonly kind: 'scrambled';
  readonly found: number;
}

function bindFitted({ spec, label, leading, values }: RawRow, fitted: Fit | Scrambled): BoundRow {
  const span = cover([label, ...values]);
  const end = { start: span.end, end: span.end };
  const misfit = 'found' in fitted ? fitted.kind : null;
  const cells = spec.cells.map((cell, index): BoundCell => {
    if ('found' in fitted) return cellOf(cell, 'unreadable', span, null, '');
    const found = fitted.values[index];
    return found ? bindCell(cell, found) : cellOf(cell, 'missing', end, null, '');
  });
  return {
    spec,
    label: label.ink,
    leading: leading.map(({ start, end: stop }) => ({ start, end: stop })),
    span,
    layout: label.layout,
    found: 'found' in fitted ? fitted.found : fitted.values.length,
    misfit,
    cells: withPlaces(cells),
  };
}

/** A blank among amounts that are all written with as many decimal places takes as many. */
function withPlaces(cells: readonly BoundCell[]): readonly BoundCell[] {
  if (!cells.some(({ places }) => places)) return cells;
  const amounts = cells.filter(({ spec, state }) => spec.number === 'decimal' && state === 'number');
  const [places, ...others] = new Set(amounts.map((cell) => cell.places ?? 0));
  if (!places || others.length > 0) return cells;
  return cells.map((cell) => (cell.state === 'blank' && cell.spec.number === 'decimal' ? { ...cell, places } : cell));
}

function bindCell(spec: CellSpec, { content, place: { room, placeless } }: Token): BoundCell {
  const bound = bindContent(spec, content);
  if (room < 0) return bound;
  // Spelled out: objects that are spread have each a shape of its own, and all that reads them becomes slow.
  const { spec: own, state, span, value, remark, pieces, places } = bound;
  const placed: BoundCell = { spec: own, state, span, value, remark, room };
  return pieces || places !== undefined || placeless
    ? { ...placed, ...(pieces && { pieces }), ...(places !== undefined && { places }), ...(placeless && { placeless }) }
    : placed;
}

function bindContent(spec: CellSpec, content: Content): BoundCell {
  const { kind, span, pieces } = content;
  if (kind !== 'number') return cellOf(spec, kind === 'blank' ? 'blank' : 'invalid', span, null, '', pieces);
  const state: CellState = allows(spec.number, content.value) ? 'number' : 'invalid';
  const cell = cellOf(spec, state, span, content.value, content.remark, pieces);
  return content.places === undefined ? cell : { ...cell, places: content.places };
}

/** Spelled out, not spread: thousands of these are made at every keystroke. */
function cellOf(spec: CellSpec, state: CellState, span: Span, value: number | null, remark: string, pieces?: readonly Span[]): BoundCell {
  return pieces ? { spec, state, span, value, remark, pieces } : { spec, state, span, value, remark };
}
