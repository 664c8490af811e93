/** How a converted report is read, against what stands in it: the product's own decoding, reading and findings, judged. */
import { decode, type Finding, lint, parse } from '../../server/src/core/index.ts';
import type { TableForm } from '../../server/src/core/statute/form.ts';
import { type EditionId, forms } from '../harness/reports.ts';

// No fault of reading: the samples' numbers are drawn, hence often odd, and some converters leave the title out.
const OF_THE_SAMPLE = new Set(['implausible-number', 'missing-title']);

/**
 * `full`: every number is read, and nothing is found but the blanks.
 * `gaps`: some numbers are read, and findings name all the others.
 * `refused`: no number is read, and that is said.
 * `WRONG`: a number that is not there, a loss that nothing names, or a false alarm. Never to be expected.
 */
export type Verdict = 'full' | 'gaps' | 'refused' | 'WRONG';

export interface Reading {
  readonly verdict: Verdict;
  /** By id of the table. */
  readonly tables: ReadonlyMap<string, Verdict>;
  /** What makes it `WRONG`, a line each. */
  readonly faults: readonly string[];
}

interface Read {
  /** Every number of the text by its key; a key may have several where several reports are found. */
  readonly numbers: readonly (readonly [key: string, value: number])[];
  readonly findings: readonly Finding[];
  /** The text is no report for the product: that is said of it as a whole. */
  readonly refused: boolean;
}

function read(bytes: Uint8Array): Read {
  const decoded = decode(bytes);
  if (decoded.kind === 'problem') return { numbers: [], findings: [], refused: true };
  const document = parse(decoded.text);
  const cells = document.reports.flatMap(({ tables }) => tables.flatMap((table) => table.cells));
  const numbers = cells.flatMap((cell) => (cell?.value == null ? [] : [[cell.spec.key, cell.value] as const]));
  const findings = lint(document).filter(({ rule }) => !OF_THE_SAMPLE.has(rule));
  return { numbers, findings, refused: document.reports.length === 0 };
}

export function readingOf(bytes: Uint8Array, edition: EditionId, values: ReadonlyMap<string, number>): Reading {
  const all = read(bytes);
  const tables = forms[edition].tables.map((table) => ({ id: table.id, ...judge(table, values, all) }));
  const known = new Set(tables.map(({ id }) => id));
  const strays = all.numbers.filter(([key]) => !known.has(tableOfKey(key)));
  const faults = [
    ...tables.flatMap((table) => table.faults),
    ...strays.map(([key, value]) => `${key}: ${value}, of a table that is not there`),
    ...all.findings.filter((finding) => isStray(finding, tables)).map(({ rule }) => `false alarm: ${rule}`),
  ];
  const [first, ...others] = tables.map(({ verdict }) => verdict);
  const verdict = faults.length > 0 ? 'WRONG' : first && others.every((other) => other === first) ? first : 'gaps';
  return { verdict, tables: new Map(tables.map((table) => [table.id, table.verdict])), faults };
}

/** A finding of no table is true only where it says of the whole text that it cannot be read. */
const isStray = ({ table, rule, severity }: Finding, tables: readonly { readonly verdict: Verdict }[]): boolean =>
  !table && severity !== 'hint' && !(rule === 'unreadable-table' && tables.some(({ verdict }) => verdict !== 'full'));

const tableOfKey = (key: string): string => key.slice(0, key.indexOf('.'));

function judge(table: TableForm, values: ReadonlyMap<string, number>, all: Read): { verdict: Verdict; faults: string[] } {
  const keys = table.cells.map(({ key }) => key);
  const numbers = all.numbers.filter(([key]) => tableOfKey(key) === table.id);
  const findings = all.findings.filter((finding) => finding.table === table.id);
  const got = new Set(numbers.map(([key]) => key));
  const unread = new Set(keys.filter((key) => !got.has(key)));
  const named = new Set(findings.flatMap(({ cells }) => cells));
  const wholeIsNamed = all.refused || all.findings.some((finding) => namesWhole(finding, table.id));

  const wrong = numbers.filter(([key, value]) => values.get(key) !== value);
  const silent = wholeIsNamed ? [] : [...unread].filter((key) => !named.has(key));
  const alarms = findings.filter((finding) => isFalse(finding, unread, values));
  const faults = [
    ...wrong.map(([key, value]) => `${key}: read ${value}, there is ${values.get(key) ?? 'a blank'}`),
    ...silent.map((key) => `${key}: not read, and not named (${values.get(key) ?? 'a blank'})`),
    ...alarms.map(({ rule, cells }) => `false alarm: ${rule} ${cells.join(', ')}`),
  ];
  if (faults.length > 0) return { verdict: 'WRONG', faults };
  // Every finding left is true; a row that is given up for its blanks also says so of the numbers beside them.
  const whole = keys.every((key) => got.has(key) === values.has(key)) && findings.every(({ rule }) => ABOUT_BLANKS.has(rule));
  if (whole) return { verdict: 'full', faults };
  return { verdict: got.size === 0 ? 'refused' : 'gaps', faults };
}

/** A finding that names no cells is about the whole table, or, without a table, about all of them. */
const namesWhole = ({ rule, table, cells }: Finding, id: string): boolean =>
  (rule === 'missing-table' && table === id) || (rule === 'unreadable-table' && cells.length === 0 && (table ?? id) === id);

const ABOUT_BLANKS: ReadonlySet<string> = new Set(['blank-cell', 'relation-not-checked']);
/** These say of a whole table what is not read; anything else that is said of one, such as its form or its order, is false. */
const ABOUT_TABLES: ReadonlySet<string> = new Set(['missing-table', 'unreadable-table', 'relation-not-checked']);

/** The numbers of the sample are right, so a finding is true only where it is about cells without a number. */
function isFalse({ rule, severity, cells }: Finding, unread: ReadonlySet<string>, values: ReadonlyMap<string, number>): boolean {
  if (severity === 'hint') return false;
  if (rule === 'blank-cell') return cells.some((key) => values.has(key));
  if (cells.length > 0) return !cells.some((key) => unread.has(key));
  return unread.size === 0 || !ABOUT_TABLES.has(rule);
}
