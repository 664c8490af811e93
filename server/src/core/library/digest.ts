/** What is kept of a report so that others can be compared with it: plain data of a few kilobytes, without its text. */
import { isBody } from '../report/body-names.ts';
import type { BoundCell, Document, Report } from '../report/report.ts';
import type { TableForm } from '../statute/form.ts';
import { type Lines, type Range, rangeOf } from '../text/lines.ts';
import { memo } from '../text/memo.ts';
import { keyOf } from '../text/normalise.ts';
import { type Shingled, shingle } from './shingles.ts';

export interface Digest {
  /** The file, as the caller names it: a path or an address. */
  readonly path: string;
  /** The unit as reports of it are matched; `null` where the report names none. */
  readonly unit: string | null;
  /** The unit as it is written. */
  readonly name: string | null;
  readonly year: number | null;
  readonly tables: readonly TableDigest[];
  readonly texts: readonly TextDigest[];
}

export interface TableDigest {
  readonly id: string;
  /** The id of the edition that the table follows. */
  readonly edition: string;
  readonly spec: TableForm;
  readonly head: Range;
  /** By cell index; not a number where there is none. */
  readonly values: Float64Array;
  /** Three numbers a cell: line, first character, character after the last. */
  readonly places: Int32Array;
}

/** A section that is to be written anew each year. */
interface TextDigest extends Shingled {
  readonly section: string;
  readonly heading: Range;
}

/** The same body under the names that its reports use: white space, punctuation and 人民政府 for 政府 make no difference. */
export function unitKey(unit: string | null): string | null {
  const key = keyOf(unit ?? '').replaceAll('人民政府', '政府');
  return isBody(key) ? key : null;
}

/** A digest for each report of a file. */
export const digestsOf = (document: Document, path: string): Digest[] =>
  document.reports.map((report) => ({
    path,
    unit: unitKey(report.unit),
    name: report.unit,
    year: report.reportingYear,
    tables: tablesOf(report, document.lines),
    texts: textsOf(report, document),
  }));

const tablesOf = ({ tables }: Report, lines: Lines): TableDigest[] =>
  tables.map(({ spec, form, head, cells }) => {
    const values = new Float64Array(spec.cells.length).fill(Number.NaN);
    const places = new Int32Array(spec.cells.length * 3);
    cells.forEach((cell, index) => {
      if (!cell) return;
      const { start, end } = rangeOf(lines, cell.span);
      if (isComparable(cell)) values[index] = cell.value as number;
      places.set([start.line, start.character, end.line === start.line ? end.character : start.character], index * 3);
    });
    return { id: spec.id, edition: form.id, spec, head: rangeOf(lines, head), values, places };
  });

/** A number whose unit is the form's. */
export const isComparable = ({ state, spec, remark }: BoundCell): boolean =>
  state === 'number' && (remark === '' || spec.unit !== 'in-cell');

const textsOf = (report: Report, { text, lines }: Document): TextDigest[] =>
  report.sections.flatMap(({ id, heading, span }) =>
    annually(report, id) === undefined
      ? []
      : [{ section: id, heading: rangeOf(lines, heading), ...shingle(text, { start: heading.end, end: span.end }) }],
  );

/** What the edition says of a section that is to be written anew each year; `undefined` for any other. */
export const annually = ({ form, due }: Report, section: string): { readonly share: number; readonly length: number } | undefined =>
  (due ?? form)?.edition.sections.find(({ id }) => id === section)?.anew;

export interface Known {
  readonly value: number;
  readonly range: Range;
  readonly name: string;
}

/** A table's number by the key of its cell, and where it stands; `null` where there is none. */
export function numberAt({ spec, values, places }: TableDigest, key: string): Known | null {
  const index = indicesOf(spec).get(key) ?? -1;
  const value = values[index];
  if (value === undefined || Number.isNaN(value)) return null;
  const [line = 0, from = 0, to = 0] = places.subarray(index * 3, index * 3 + 3);
  const range = { start: { line, character: from }, end: { line, character: to } };
  return { value, range, name: (spec.cells[index] as TableForm['cells'][number]).name };
}

const indicesOf = memo((spec: TableForm): ReadonlyMap<string, number> => new Map(spec.cells.map((cell) => [cell.key, cell.index])));

export const tableIn = (digest: Digest, id: string): TableDigest | undefined => digest.tables.find((table) => table.id === id);

/** Whether nothing that others are compared with has changed. */
export const sameDigests = (a: readonly Digest[], b: readonly Digest[]): boolean =>
  a.length === b.length && a.every((one, index) => equal(one, b[index]));

function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (isNumbers(a)) return isNumbers(b) && a.length === b.length && a.every((value: number, index) => Object.is(value, b[index]));
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  // A compiled form is never looked into: it is the same object, or another one.
  return keys.every((key) => (key !== 'spec' ? equal(a[key as never], b[key as never]) : a[key as never] === b[key as never]));
}

type Numbers = Float64Array | Int32Array | Uint32Array;
const isNumbers = (value: object): value is Numbers => ArrayBuffer.isView(value);
