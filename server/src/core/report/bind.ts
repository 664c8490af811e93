/** Gives every number its statutory key: the cells of a table and an edition in, a bound table out. */
import type { Token } from '../layout/token.ts';
import { type CellSpec, type Form, type TableForm, tableFormOf } from '../statute/form.ts';
import { trim } from '../text/normalise.ts';
import { cover, type Span } from '../text/span.ts';
import type { Classified, Item } from './classify.ts';
import { type Content, contentOf } from './content.ts';
import { type Fit, fit, styleOf } from './fit.ts';
import { type BoundCell, type BoundLine, type BoundTable, type CellState, largestOf, type Section } from './report.ts';
import { type RawLine, walk } from './walk.ts';

/** Binds every table of a report. `due` decides where the words of a table fit more than one edition. */
export function bindTables(
  text: string,
  classified: Classified,
  sections: readonly Section[],
  forms: readonly Form[],
  due: Form | null,
): BoundTable[] {
  const bind = (id: string, items: readonly Item[], form: Form): BoundTable => {
    const spec = tableFormOf(form, id) as TableForm;
    return bindTable(text, ownItems(text, items, spec, sections), form, spec);
  };
  const bound: BoundTable[] = [];
  const undecided: [string, readonly Item[]][] = [];
  for (const [id, items] of classified.tables) {
    const named = namedForms(id, items, forms);
    const best = mostRead(named.map((form) => bind(id, items, form)));
    if (best) bound.push(best);
    else undecided.push([id, items]);
  }
  const leading = largestOf(bound)?.form ?? due;
  for (const [id, items] of undecided) {
    const order = [leading, ...[...forms].reverse()].filter((form) => form !== null);
    const form = order.find((candidate) => tableFormOf(candidate, id));
    if (form) bound.push(bind(id, items, form));
  }
  return bound.filter(isThere).sort((a, b) => a.span.start - b.span.start);
}

/** The editions that a table's words speak for: those that alone know some of its words, most first found. */
function namedForms(id: string, items: readonly Item[], forms: readonly Form[]): Form[] {
  const counts = new Map<Form, number>();
  for (const { meanings } of items) {
    const form = meanings && onlyForm(meanings, id);
    if (form) counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  if (most > 0) return forms.filter((form) => counts.get(form) === most);
  const possible = forms.filter((form) => tableFormOf(form, id));
  // A table that all editions write alike has no edition of its own: the report decides.
  const differ = new Set(possible.map((form) => tableFormOf(form, id)?.lines.length));
  return differ.size > 1 ? possible : [];
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

function mostRead(tables: readonly BoundTable[]): BoundTable | null {
  const read = (table: BoundTable): number => table.cells.reduce((n, cell) => n + (cell && cell.state !== 'missing' ? 1 : 0), 0);
  let best: BoundTable | null = null;
  for (const table of tables) if (!best || read(table) > read(best)) best = table;
  return best;
}

/** A word of a table in passing is no table: it takes a row with cells, or most of the header. */
const isThere = (table: BoundTable): boolean => table.lines.some((line) => line && line.found > 0) || table.words >= 5;

/**
 * Other tables use words of this one (a list of licences in section 一): where the form's own section holds the
 * greater part of the rows, only what stands there is read.
 */
function ownItems(text: string, items: readonly Item[], spec: TableForm, sections: readonly Section[]): readonly Item[] {
  const section = sections.find(({ id }) => id === spec.section)?.span;
  const inside = ({ token }: Item): boolean => section !== undefined && token.start >= section.start && token.start < section.end;
  const own = items.filter(inside);
  if (own.length === 0 || own.length === items.length) return items;
  const rows = (some: readonly Item[]): number => walk(text, some, spec).filter(({ values }) => values.length > 0).length;
  return rows(own) * 2 >= rows(items.filter((item) => !inside(item))) ? own : items;
}

function bindTable(text: string, items: readonly Item[], form: Form, spec: TableForm): BoundTable {
  const contents = new Map<Token, Content>();
  const read = (token: Token): Content => {
    const known = contents.get(token);
    if (known) return known;
    const content = contentOf(text, token);
    contents.set(token, content);
    return content;
  };
  const isBlank = (token: Token): boolean => read(token).kind === 'blank';
  const words = items.filter((item) => item.meanings);
  const [main = [], ...others] = partsOf(walk(text, items, spec));
  const first = words[0]?.token ?? (items[0] as Item).token;
  const layout = (main[0]?.label ?? first).layout;
  const style = styleOf(main, layout === 'tsv' || layout === 'markdown', isBlank);
  const lines: (BoundLine | undefined)[] = spec.lines.map(() => undefined);
  for (const row of main) {
    const known = lines[row.spec.index];
    // The first row with cells counts; a label without any (in a caption, in prose) gives way to it.
    if (known && (known.found > 0 || row.values.length === 0)) continue;
    lines[row.spec.index] = bindLine(text, row, fit(row, style, isBlank), read);
  }
  // Pieces of a torn table fill its gaps, with whole rows only: another table has other widths, or rows that are here already.
  for (const part of others) {
    if (part.some(({ spec: { index } }) => lines[index]?.found)) continue;
    for (const row of part) {
      const fitted = fit(row, style, isBlank);
      if (fitted.kind === 'full') lines[row.spec.index] = bindLine(text, row, fitted, read);
    }
  }
  const cells: (BoundCell | undefined)[] = spec.cells.map(() => undefined);
  for (const line of lines) for (const cell of line?.cells ?? []) cells[cell.spec.index] = cell;
  const evidence = words
    .filter((item) => item.meanings && onlyForm(item.meanings, spec.id) === form)
    .map(({ token }) => trim(text, token.start, token.end));
  const ends = lines.map((line) => line?.span.end ?? 0);
  return {
    form,
    spec,
    layout,
    head: trim(text, first.start, first.end),
    span: { start: first.start, end: Math.max(first.end, ...ends) },
    lines,
    cells,
    evidence,
    words: words.length,
  };
}

/**
 * The rows that stand together, the fullest part first. A text may hold a table twice (another year's beside this
 * one): where the first row comes again, another part begins.
 */
function partsOf(rows: readonly RawLine[]): readonly (readonly RawLine[])[] {
  const parts: RawLine[][] = [];
  let open: RawLine[] | undefined;
  for (const row of rows) {
    const last = open?.[open.length - 1];
    const restarts = open !== undefined && row.spec === open[0]?.spec && row.values.length > 0 && open.length > 2;
    if (!open || restarts || row.part !== last?.part) {
      open = [];
      parts.push(open);
    }
    open.push(row);
  }
  const whole = (part: readonly RawLine[]): number => part.filter(({ spec, values }) => values.length >= spec.cells.length).length;
  return parts.sort((a, b) => whole(b) - whole(a));
}

function bindLine(text: string, row: RawLine, fitted: Fit<Token>, read: (token: Token) => Content): BoundLine {
  const { spec, label, leading } = row;
  const span = cover([label, ...row.values]);
  const end = { start: span.end, end: span.end };
  const misfit = fitted.kind === 'short' || fitted.kind === 'long' ? fitted.kind : null;
  const cells = spec.cells.map((cell, index): BoundCell => {
    if ('found' in fitted) return cellOf(cell, 'unreadable', span, null, '');
    const token = fitted.values[index];
    return token ? bindCell(cell, read(token)) : cellOf(cell, 'missing', end, null, '');
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
