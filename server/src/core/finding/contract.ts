/** Reports and findings as plain JSON: the stable contract of `check --format json`, of `extract` and of the façade. */

import type { BoundCell, CellState, Document, PlainDocument, Report } from '../report/report.ts';
import type { Form } from '../statute/form.ts';
import { lineAt, type Range, rangeOf } from '../text/lines.ts';
import type { Finding, Fix, FixClass, Language, Severity } from './finding.ts';

interface EditJson {
  readonly range: Range;
  readonly newText: string;
}

interface FixJson {
  readonly title: string;
  readonly class: FixClass;
  readonly preferred: boolean;
  readonly edits: readonly EditJson[];
}

interface RelatedJson {
  /** The file, where it is another one than the finding's. */
  readonly path?: string;
  readonly range: Range;
  readonly message: string;
}

export interface FindingJson {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly cells: readonly string[];
  readonly expected: number | null;
  readonly actual: number | null;
  readonly related: readonly RelatedJson[];
  readonly fixes: readonly FixJson[];
}

/** What a report is. Without `recognized` the rest is `null`. */
interface IdentityJson {
  readonly recognized: boolean;
  readonly edition: string | null;
  readonly reportingYear: number | null;
  readonly unit: string | null;
  readonly layout: string | null;
}

export interface ReportJson extends IdentityJson {
  /** By table, then by `row.column`; `null` for a cell that is blank or could not be read, absent where it is not in the text. */
  readonly tables: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

/** Why a cell has no number: what stands there, or how much of the form is not in the text. */
export type GapReason = 'blank' | 'invalid' | 'unreadable' | 'missing-cell' | 'missing-row' | 'missing-table';

/** A report as one row of a data set. */
export interface RecordJson extends IdentityJson {
  /** Its number within the file, from 0. */
  readonly index: number;
  /** The line of its title, from 1; `null` for a file that is no report. */
  readonly line: number | null;
  /** By `table.row.column`: every cell of the edition, `null` where there is no number that the form allows. */
  readonly values: Readonly<Record<string, number | null>>;
  /** The reason for every `null` among the values, and for nothing else. */
  readonly gaps: Readonly<Record<string, GapReason>>;
}

const NOT_RECOGNIZED: IdentityJson = { recognized: false, edition: null, reportingYear: null, unit: null, layout: null };
export const NO_REPORT: ReportJson = { ...NOT_RECOGNIZED, tables: {} };
const NO_RECORD: RecordJson = { index: 0, line: null, ...NOT_RECOGNIZED, values: {}, gaps: {} };

export function reportJson(report: Report): ReportJson {
  const tables: Record<string, Record<string, number | null>> = {};
  for (const table of report.tables) {
    const values: Record<string, number | null> = {};
    for (const cell of table.cells) {
      if (!cell || cell.state === 'missing') continue;
      values[`${cell.spec.rowKey}.${cell.spec.columnKey}`] = cell.value;
    }
    tables[table.spec.id] = values;
  }
  return { ...identityOf(report), tables };
}

const formOf = ({ legacy, form }: Report): Form | null => legacy?.form ?? form;

function identityOf(report: Report): IdentityJson {
  const { reportingYear, unit, layout } = report;
  return { recognized: true, edition: formOf(report)?.id ?? null, reportingYear, unit, layout };
}

/** A record for each report of a text; for a text without any, one that says so. */
export const recordsOf = ({ lines, reports }: Document): readonly RecordJson[] =>
  reports.length === 0
    ? [NO_RECORD]
    : reports.map((report, index) => ({
        index,
        line: lineAt(lines, (report.title ?? report.span).start) + 1,
        ...identityOf(report),
        ...cellsOf(report),
      }));

function cellsOf(report: Report): Pick<RecordJson, 'values' | 'gaps'> {
  const cells = new Map<string, number | GapReason>();
  // A table may follow another edition than the report: the cells due by the report's own are then not in the text.
  for (const table of formOf(report)?.tables ?? []) for (const { key } of table.cells) cells.set(key, 'missing-table');
  for (const table of report.tables) for (const { key, index } of table.spec.cells) cells.set(key, numberOrGap(table.cells[index]));
  const values: Record<string, number | null> = {};
  const gaps: Record<string, GapReason> = {};
  for (const [key, value] of cells) {
    const isNumber = typeof value === 'number';
    values[key] = isNumber ? value : null;
    if (!isNumber) gaps[key] = value;
  }
  return { values, gaps };
}

const REASONS: Readonly<Record<Exclude<CellState, 'number'>, GapReason>> = {
  blank: 'blank',
  invalid: 'invalid',
  unreadable: 'unreadable',
  missing: 'missing-cell',
};

function numberOrGap(cell: BoundCell | undefined): number | GapReason {
  if (!cell) return 'missing-row';
  return cell.state === 'number' ? (cell.value as number) : REASONS[cell.state];
}

export function findingJson(
  document: PlainDocument,
  finding: Omit<Finding, 'report'>,
  fixes: readonly Fix[],
  language: Language,
): FindingJson {
  const { lines } = document;
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message[language],
    range: rangeOf(lines, finding.span),
    cells: finding.cells,
    expected: finding.expected ?? null,
    actual: finding.actual ?? null,
    related: finding.related.map(
      (place): RelatedJson => ({
        ...(place.path === undefined ? { range: rangeOf(lines, place.span) } : { path: place.path, range: place.range }),
        message: place.message[language],
      }),
    ),
    fixes: fixes.map((fix) => ({
      title: fix.title[language],
      class: fix.class,
      preferred: fix.preferred,
      edits: fix.edits.map(({ span, newText }) => ({ range: rangeOf(lines, span), newText })),
    })),
  };
}
