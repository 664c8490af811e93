/** An edition made ready for reading: every cell, row and relation of its tables under one index. */

import { deriveRelations, type Relation } from './relations.ts';
import type { Edition, TableData } from './schema.ts';
import { deriveSuccession, type Succession } from './succession.ts';

export type NumberKind = 'integer' | 'decimal' | 'signed';

export interface CellSpec {
  /** Place in the table's list of cells, in reading order. */
  readonly index: number;
  /** `table.row.column`, as in the glossary. */
  readonly key: string;
  readonly rowKey: string;
  readonly columnKey: string;
  /** What its row and its column count, whatever the edition calls them. */
  readonly rowRole: string;
  readonly columnRole: string;
  /** What a person calls it: `（一）予以公开·自然人`. */
  readonly name: string;
  readonly number: NumberKind;
  /** The form names no unit, so the cell may. */
  readonly unit?: 'in-cell';
  readonly row: RowSpec;
}

/** One line of numbers of a table: a labelled row, or the only line of a `line` block. */
export interface RowSpec {
  readonly index: number;
  /** The row's key, or the table's id for a `line` block. */
  readonly key: string;
  readonly label: string;
  /** `false` for the line of a `line` block, which stands below its headers without a label. */
  readonly labelled: boolean;
  readonly block: number;
  readonly groups: readonly string[];
  readonly article?: string;
  /** Merged label cells between the label and the numbers, when merged cells are spelled out as blanks. */
  readonly gap: number;
  readonly cells: readonly CellSpec[];
}

export interface TableForm {
  readonly id: string;
  /** What it is an account of; `null` where the edition does not tell. */
  readonly role: string | null;
  readonly section: string;
  readonly data: TableData;
  readonly rows: readonly RowSpec[];
  readonly cells: readonly CellSpec[];
  readonly relations: readonly Relation[];
  /** For each cell (by index) the relations that it stands in (by index). */
  readonly relationsOf: readonly (readonly number[])[];
  /** What follows from last year’s report. */
  readonly succession: readonly Succession[];
}

export interface Form {
  readonly id: string;
  /** The kind of report that it is a form of, the same for every form that takes the place of another. */
  readonly kind: string;
  readonly edition: Edition;
  readonly tables: readonly TableForm[];
}

export function compileEdition(edition: Edition, kind: string = edition.id): Form {
  return { id: edition.id, kind, edition, tables: edition.tables.map((table) => compileTable(table, edition.id)) };
}

/** What a row, a column or a group counts: the role that the edition gives it, else what its key means everywhere. */
export const roleOf = (key: string, named: { readonly role?: string | undefined } | undefined): string => named?.role ?? key;

/** The table of a form by its id; a form known by name only has none. */
export const tableFormOf = (form: Form, id: string): TableForm | undefined => form.tables.find((table) => table.id === id);

/** Relation A5: counts are whole and not negative; amounts may have decimals, changes a sign. */
export const allows = (kind: NumberKind, value: number): boolean =>
  (kind === 'signed' || value >= 0) && (kind === 'decimal' || Number.isInteger(value));

/** The first year of a form. */
export const firstYear = ({ edition }: Form): number => edition.years.from ?? Number.NEGATIVE_INFINITY;

const inForce = (form: Form, year: number): boolean =>
  year >= firstYear(form) && year <= (form.edition.years.to ?? Number.POSITIVE_INFINITY);

/** Of `forms`, oldest first, the latest that is in force: a new notice need not close the years of the one before it. */
export const latestInForce = (forms: readonly Form[], year: number | null): Form | null =>
  year === null ? null : (forms.findLast((form) => inForce(form, year)) ?? null);

type Block = TableData['blocks'][number];

function compileTable(data: TableData, edition: string): TableForm {
  const headers = new Set(data.headers.flatMap(({ key }) => key ?? []));
  for (const { key, groups = [] } of data.blocks.flatMap(({ columns }) => columns)) {
    const unknown = groups.find((group) => !headers.has(group));
    if (unknown !== undefined) throw new Error(`column ${key} of ${data.id} stands below no header of the key ${unknown}`);
  }
  const rows: RowSpec[] = [];
  const cells: CellSpec[] = [];
  const addLine = (row: Omit<RowSpec, 'index' | 'cells'>): CellSpec[] => {
    const own: CellSpec[] = [];
    rows.push({ ...row, index: rows.length, cells: own });
    return own;
  };
  const addCells = (own: CellSpec[], row: Block['rows'][number], columns: Block['columns']): void => {
    const line = rows[rows.length - 1] as RowSpec;
    for (const column of columns) {
      const key = `${data.id}.${row.key}.${column.key}`;
      const cell: CellSpec = {
        index: cells.length,
        key,
        rowKey: row.key,
        columnKey: column.key,
        rowRole: roleOf(row.key, row),
        columnRole: roleOf(column.key, column),
        name: `${row.label}·${column.label}`,
        number: column.number ?? 'integer',
        ...(column.unit ? { unit: column.unit } : {}),
        row: line,
      };
      cells.push(cell);
      own.push(cell);
    }
  };
  data.blocks.forEach((block, blockIndex) => {
    if (block.arrangement === 'line') {
      const own = addLine({ key: data.id, label: data.title['zh-cn'], labelled: false, block: blockIndex, groups: [], gap: 0 });
      for (const row of block.rows) addCells(own, row, block.columns);
      return;
    }
    for (const row of block.rows) {
      const groups = row.groups ?? [];
      const gap = data.labelColumns - groups.length - 1;
      const own = addLine({
        key: row.key,
        label: row.label,
        labelled: true,
        block: blockIndex,
        groups,
        gap,
        ...(row.article ? { article: row.article } : {}),
      });
      addCells(own, row, block.columns);
    }
  });
  const relations = deriveRelations(data, cells);
  const relationsOf: number[][] = cells.map(() => []);
  relations.forEach((relation, index) => {
    for (const term of relation.terms) (relationsOf[term.cell] as number[]).push(index);
  });
  const succession = deriveSuccession(data, cells, edition);
  return { id: data.id, role: data.role ?? null, section: data.section, data, rows, cells, relations, relationsOf, succession };
}
