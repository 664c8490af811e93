/** The statutory tables of a report as on paper, with what is known of each number: for everything that draws them. */
import type { Finding, Localized, Severity } from '../finding/finding.ts';
import { type Digest, numberAt, tableIn } from '../library/digest.ts';
import { type BoundCell, type BoundTable, type CellState, type Document, type Report, tableOf, valuesOf } from '../report/report.ts';
import type { CellSpec, TableForm } from '../statute/form.ts';
import type { Span } from '../text/span.ts';
import { type LabelKind, type Paper, paperOf } from '../write/paper.ts';
import { type Equation, equationOf } from './equation.ts';
import { isTotal } from './equations.ts';

/** A cell of labels; it stands in the row in which it begins. */
interface LabelView {
  readonly kind: LabelKind;
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

export interface NumberView {
  readonly kind: 'number';
  readonly columns: number;
  readonly rows: number;
  /** `table.row.column`. */
  readonly key: string;
  /** Row and column in words. */
  readonly name: string;
  /** As it stands in the text, with the unit or remark after it; empty where nothing can be shown. */
  readonly text: string;
  readonly value: number | null;
  /** A row that is not in the text has cells that are `missing`. */
  readonly state: CellState;
  /** The characters that a new number takes the place of; `null` where none can be written. */
  readonly span: Span | null;
  /** Whether it is a sum of other cells. */
  readonly total: boolean;
  /** `error`: an error is here; `suspect`: it is one of the cells of an error, or a warning is here. */
  readonly wrong: 'error' | 'suspect' | null;
  readonly problems: readonly { readonly severity: Severity; readonly message: Localized }[];
  readonly equations: readonly Equation[];
  /** Last year’s number; `null` where it is not known. */
  readonly previous: number | null;
}

export type CellView = LabelView | NumberView;
type RowView = readonly CellView[];

/** A block of a table: the rows of its header, then those with numbers. */
export interface BlockView {
  readonly head: readonly (readonly LabelView[])[];
  readonly body: readonly RowView[];
}

export interface TableView {
  readonly id: string;
  readonly title: Localized;
  /** The edition that the table follows. */
  readonly edition: string;
  /** How many columns it has, those of labels among them. */
  readonly columns: number;
  /** The table in the text; `null` where it is not there, so that all of its cells are missing. */
  readonly span: Span | null;
  readonly blocks: readonly BlockView[];
}

export interface ReportView {
  readonly unit: string | null;
  readonly year: number | null;
  readonly edition: string | null;
  /** The report that `NumberView.previous` comes from. */
  readonly previous: { readonly unit: string | null; readonly year: number | null; readonly path: string } | null;
  readonly tables: readonly TableView[];
}

interface Beside {
  /** Those of the document; what other reports have is left out. */
  readonly findings: readonly Finding[];
  readonly previous: Digest | null;
}

/** The tables of the report's form in its order; one that follows another edition is drawn as that has it. */
export function viewReport(document: Document, report: Report, { findings, previous }: Beside): ReportView {
  const { unit, reportingYear: year, form } = report;
  const due = form?.tables ?? [];
  const marks = marksOf(report, findings);
  const others = report.tables.filter(({ spec }) => !due.some(({ id }) => id === spec.id));
  const tables = [
    ...due.map((spec) => viewTable(document.text, tableOf(report, spec.id) ?? spec, form?.id ?? '', marks, previous)),
    ...others.map((table) => viewTable(document.text, table, table.form.id, marks, previous)),
  ];
  const beside = previous && { unit: previous.name, year: previous.year, path: previous.path };
  return { unit, year, edition: (report.legacy?.form ?? form)?.id ?? null, previous: beside, tables };
}

interface Mark {
  readonly wrong: NumberView['wrong'];
  readonly finding: Finding;
}

const LEVELS: Readonly<Record<Severity, NumberView['wrong']>> = { error: 'error', warning: 'suspect', information: null, hint: null };
const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** By cell key. A finding is about the cell that it points at; where it points at a label or a place between, about all its cells. */
function marksOf(report: Report, findings: readonly Finding[]): ReadonlyMap<string, readonly Mark[]> {
  const starts = new Map<number, string[]>();
  for (const { cells } of report.tables)
    for (const cell of cells)
      if (cell && isThere(cell)) starts.set(cell.span.start, [...(starts.get(cell.span.start) ?? []), cell.spec.key]);
  const isInTable = ({ start }: Span): boolean => report.tables.some(({ span }) => span.start <= start && start <= span.end);
  const marks = new Map<string, Mark[]>();
  for (const finding of findings) {
    // What the prose says wrongly is no fault of the cell.
    if (finding.report !== report || !isInTable(finding.span)) continue;
    const level = LEVELS[finding.severity];
    const here = starts.get(finding.span.start) ?? [];
    for (const key of new Set([...here, ...finding.cells])) {
      const wrong = level === 'error' && here.length > 0 && !here.includes(key) ? 'suspect' : level;
      marks.set(key, [...(marks.get(key) ?? []), { wrong, finding }]);
    }
  }
  return marks;
}

const isThere = ({ state }: BoundCell): boolean => state !== 'missing' && state !== 'unreadable';

function viewTable(
  text: string,
  table: BoundTable | TableForm,
  edition: string,
  marks: ReadonlyMap<string, readonly Mark[]>,
  previous: Digest | null,
): TableView {
  const bound = 'spec' in table ? table : null;
  const spec = 'spec' in table ? table.spec : table;
  const last = previous && tableIn(previous, spec.id);
  const values = bound ? valuesOf(bound) : spec.cells.map(() => null);
  const equations = spec.relations.map((relation) => equationOf(spec, relation, values));
  const view = (cell: CellSpec, columns: number, rows: number): NumberView => {
    const read = bound?.cells[cell.index];
    const found = (marks.get(cell.key) ?? []).toSorted((a, b) => ORDER.indexOf(a.finding.severity) - ORDER.indexOf(b.finding.severity));
    return {
      kind: 'number',
      columns,
      rows,
      key: cell.key,
      name: cell.name,
      text: read && isThere(read) ? writtenIn(text, read) : '',
      value: read?.state === 'number' ? read.value : null,
      state: read?.state ?? 'missing',
      span: read && isThere(read) ? read.span : null,
      total: isTotal(spec, cell.index),
      wrong: (['error', 'suspect'] as const).find((level) => found.some(({ wrong }) => wrong === level)) ?? null,
      problems: found.map(({ finding: { severity, message } }) => ({ severity, message })),
      equations: (spec.relationsOf[cell.index] ?? []).flatMap((index) => equations[index] ?? []),
      previous: (last && numberAt(last, cell.key)?.value) ?? null,
    };
  };
  const paper = paperOf(spec, () => '');
  const rows = paper.map((row) =>
    row.map((place): CellView => (place.kind === 'number' ? view(place.cell, place.columns, place.rows) : place)),
  );
  return {
    id: spec.id,
    title: spec.data.title,
    edition: bound?.form.id ?? edition,
    columns: widthOf(paper),
    span: bound?.span ?? null,
    blocks: blocksOf(rows),
  };
}

const widthOf = ([first = []]: Paper): number => first.reduce((sum, { columns }) => sum + columns, 0);

function writtenIn(text: string, { span, pieces, remark }: BoundCell): string {
  const number = (pieces ?? [span]).map(({ start, end }) => text.slice(start, end)).join('');
  return (number + remark).trim();
}

/** Rows without a number head those below them. */
function blocksOf(rows: readonly RowView[]): BlockView[] {
  const blocks: { head: LabelView[][]; body: RowView[] }[] = [];
  for (const row of rows) {
    const labels = row.filter((cell) => cell.kind !== 'number');
    const last = blocks[blocks.length - 1];
    if (labels.length < row.length) last?.body.push(row);
    else if (last && last.body.length === 0) last.head.push(labels);
    else blocks.push({ head: [labels], body: [] });
  }
  return blocks;
}
