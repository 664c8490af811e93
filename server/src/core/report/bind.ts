/** Gives every number its statutory key: the cells of a table and an edition in, a bound table out. */
import { isLoose, type Token } from '../layout/token.ts';
import { type CellSpec, type Form, type TableForm, tableFormOf } from '../statute/form.ts';
import type { LabelEntry } from '../statute/lexicon.ts';
import { isLineEnd } from '../text/lines.ts';
import { keyOf, trim } from '../text/normalise.ts';
import { cover, type Span } from '../text/span.ts';
import { type BoundCell, type BoundRow, type BoundTable, type CellState, type FoundWord, largestOf, type Section } from './report.ts';
import { type ChosenRows, chooseRows } from './rows/choose-rows.ts';
import type { ChosenRow, Fit } from './rows/fit.ts';
import { nearest, type RawRow, walk } from './rows/walk.ts';
import type { Classified, Item } from './words/classify.ts';
import { type Content, contentOf, isBlank, keyOfToken } from './words/content.ts';

/** Binds every table of a report. `due` decides where the words of a table fit more than one edition. */
export function bindTables(
  text: string,
  classified: Classified,
  sections: readonly Section[],
  forms: readonly Form[],
  due: Form | null,
): BoundTable[] {
  const read = (id: string, items: readonly Item[], form: Form): Reading => {
    const spec = tableFormOf(form, id) as TableForm;
    return readTable(text, ownItems(text, items, spec, sections), form, spec);
  };
  const bound: BoundTable[] = [];
  const undecided: [string, readonly Item[], readonly Reading[]][] = [];
  for (const [id, items] of classified.tables) {
    const readings = mostRead(namedForms(id, items, forms).map((form) => read(id, items, form)));
    const [best, ...rivals] = readings;
    if (best && rivals.length === 0) bound.push(bindTable(text, best));
    else undecided.push([id, items, readings]);
  }
  const leading = largestOf(bound)?.form ?? due;
  for (const [id, items, rivals] of undecided) {
    const order = [leading, ...[...forms].reverse()].filter((form) => form !== null);
    const form = order.find((one) => (rivals.length > 0 ? rivals.some((rival) => rival.form === one) : tableFormOf(one, id)));
    if (form) bound.push(bindTable(text, rivals.find((rival) => rival.form === form) ?? read(id, items, form)));
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

// So many words of a table in one place are its header.
const HEADER_WORDS = 5;

/**
 * A word of a table in passing is no table: it takes a row with cells, or most of the header. Where nothing separates
 * cells, a sentence may look like a row: there it takes several rows, or most of the cells of the only one.
 */
function isThere({ rows, words, layout }: BoundTable): boolean {
  if (words.length >= HEADER_WORDS && words.some(({ entry: { kind } }) => kind !== 'row' && kind !== 'group')) return true;
  const found = rows.filter((row) => row && row.found > 0);
  if (!isLoose(layout)) return found.length > 0;
  return found.length > 2 || found.some((row) => row && !row.spec.labelled && row.found * 2 >= row.cells.length);
}

/**
 * Other tables use words of this one (a list of licences in section 一): where the form's own section holds the
 * greater part of the rows, only what stands there is read.
 */
function ownItems(text: string, items: readonly Item[], spec: TableForm, sections: readonly Section[]): readonly Item[] {
  const section = sections.find(({ id }) => id === spec.section)?.span;
  const inside = ({ token }: Item): boolean => section !== undefined && token.start >= section.start && token.start < section.end;
  const own = items.filter(inside);
  if (own.length === 0 || own.length === items.length) return items;
  const rows = (some: readonly Item[]): number => walk(text, some, spec).rows.filter(({ values }) => values.length > 0).length;
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

function readTable(text: string, items: readonly Item[], form: Form, spec: TableForm): Reading {
  const chosen = chooseRows(text, walk(text, items, spec), spec, (token) => isBlank(text, token));
  const rows = chosen.rows.map((row) => row && bindRow(text, row, chosen));
  const cells: (BoundCell | undefined)[] = spec.cells.map(() => undefined);
  for (const line of rows) for (const cell of line?.cells ?? []) cells[cell.spec.index] = cell;
  return { form, spec, items, chosen, lines: rows, cells };
}

const bindRow = (text: string, { row, fitted }: ChosenRow, { scrambled }: ChosenRows): BoundRow =>
  bindLine(text, row, scrambled ? { kind: 'scrambled', found: row.values.length } : fitted);

function bindTable(text: string, { form, spec, items, chosen, lines, cells }: Reading): BoundTable {
  const { rows, duplicates, layout, scrambled } = chosen;
  const words = items.filter((item) => item.meanings);
  const first = words[0]?.token ?? (items[0] as Item).token;
  const evidence = words
    .filter((item) => item.meanings && onlyForm(item.meanings, spec.id) === form)
    .map(({ token }) => trim(text, token.start, token.end));
  const ends = lines.map((row) => row?.span.end ?? 0);
  return {
    form,
    spec,
    layout: layout ?? first.layout,
    head: trim(text, first.start, first.end),
    span: { start: first.start, end: Math.max(first.end, ...ends) },
    rows: lines,
    cells,
    evidence,
    words: [...foundWords(text, words, spec, rows), ...rows.flatMap((row) => (row?.claimed ? [claimedWord(text, row, form, spec)] : []))],
    duplicates: scrambled ? [] : duplicates.map((row) => bindRow(text, row, chosen)),
    scrambled,
  };
}

/** The words of the table as found, each in the meaning that `walk` gives it; one that heads no row is a header's. */
function foundWords(text: string, words: readonly Item[], spec: TableForm, rows: readonly (ChosenRow | undefined)[]): FoundWord[] {
  const labels = new Set(rows.map((chosen) => chosen?.row.label));
  let ordinal = -1;
  return words.flatMap(({ token, meanings, key = '' }): FoundWord[] => {
    const meant = nearest(meanings ?? [], spec, ordinal);
    if (!meant) return [];
    ordinal = meant.ordinal;
    const other = meant.kind === 'row' && !labels.has(token) ? meanings?.find((one) => one.table === spec && one.key === key) : undefined;
    return [{ span: trim(text, token.start, token.end), key, entry: other ?? meant, broken: token.shown !== undefined }];
  });
}

function claimedWord(text: string, { row: { label, spec: row } }: ChosenRow, form: Form, spec: TableForm): FoundWord {
  const entry: LabelEntry = { form, table: spec, kind: 'row', label: row.label, key: keyOf(row.label), ordinal: -1, row: row };
  return {
    span: trim(text, label.start, label.end),
    key: keyOfToken(text, label),
    entry,
    broken: label.shown !== undefined,
    claimed: true,
  };
}

interface Scrambled {
  readonly kind: 'scrambled';
  readonly found: number;
}

function bindLine(text: string, row: RawRow, fitted: Fit | Scrambled): BoundRow {
  const { spec, label, leading } = row;
  const span = cover([label, ...row.values]);
  const end = { start: span.end, end: span.end };
  const misfit = 'found' in fitted ? fitted.kind : null;
  const cells = spec.cells.map((cell, index): BoundCell => {
    if ('found' in fitted) return cellOf(cell, 'unreadable', span, null, '');
    const token = fitted.values[index];
    if (token && (token.layout === 'ruled' || token.layout === 'grid'))
      return {
        ...bindCell(cell, contentOf(text, token)),
        room: roomBehind(text, token),
        ...(token.placeless && { placeless: token.placeless }),
      };
    return token ? bindCell(cell, contentOf(text, token)) : cellOf(cell, 'missing', end, null, '');
  });
  return {
    spec,
    label: trim(text, label.start, label.end),
    leading: leading.map(({ start, end: stop }) => ({ start, end: stop })),
    span,
    layout: label.layout,
    found: 'found' in fitted ? fitted.found : fitted.values.length,
    misfit,
    cells,
  };
}

/** The spaces behind a cell up to the next one, but for the one that keeps them apart. */
function roomBehind(text: string, { end }: Token): number {
  let at = end;
  while (text.charAt(at) === ' ') at++;
  const last = isLineEnd(text.charCodeAt(at)) || at === text.length;
  return Math.max(0, at - end - (last ? 0 : 1));
}

function bindCell(spec: CellSpec, content: Content): BoundCell {
  const { kind, span, pieces } = content;
  if (kind !== 'number') return cellOf(spec, kind === 'blank' ? 'blank' : 'invalid', span, null, '', pieces);
  const state: CellState = isAllowed(spec.number, content.value, content.whole) ? 'number' : 'invalid';
  return cellOf(spec, state, span, content.value, content.remark, pieces);
}

/** Spelled out, not spread: thousands of these are made at every keystroke. */
function cellOf(spec: CellSpec, state: CellState, span: Span, value: number | null, remark: string, pieces?: readonly Span[]): BoundCell {
  return pieces ? { spec, state, span, value, remark, pieces } : { spec, state, span, value, remark };
}

/** Relation A5: counts are whole and not negative; amounts may have decimals, changes a sign. */
const isAllowed = (kind: 'integer' | 'decimal' | 'signed', value: number, whole: boolean): boolean =>
  kind === 'decimal' ? value >= 0 : whole && (kind === 'signed' || value >= 0);
