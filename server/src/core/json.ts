/** Reports and findings as plain JSON: the stable contract of `check --format json` and of the façade. */
import type { Finding, Fix, FixClass, Language, Severity } from './check/finding.ts';
import type { Document, Report } from './report/report.ts';
import { type Range, rangeOf } from './text/lines.ts';

export interface EditJson {
  readonly range: Range;
  readonly newText: string;
}

export interface FixJson {
  readonly title: string;
  readonly class: FixClass;
  readonly preferred: boolean;
  readonly edits: readonly EditJson[];
}

export interface FindingJson {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly cells: readonly string[];
  readonly expected: number | null;
  readonly actual: number | null;
  readonly related: readonly { readonly range: Range; readonly message: string }[];
  readonly fixes: readonly FixJson[];
}

export interface ReportJson {
  readonly recognized: boolean;
  readonly edition: string | null;
  readonly reportingYear: number | null;
  readonly unit: string | null;
  readonly layout: string | null;
  /** By table, then by `row.column`; `null` for a cell that is blank or could not be read, absent where it is not in the text. */
  readonly tables: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

export const NO_REPORT: ReportJson = { recognized: false, edition: null, reportingYear: null, unit: null, layout: null, tables: {} };

export function reportJson(report: Report): ReportJson {
  const tables: Record<string, Record<string, number | null>> = {};
  for (const table of report.tables) {
    const values: Record<string, number | null> = {};
    for (const cell of table.cells) {
      if (!cell || cell.state === 'missing') continue;
      values[`${cell.spec.row}.${cell.spec.column}`] = cell.value;
    }
    tables[table.spec.id] = values;
  }
  const { reportingYear, unit, layout } = report;
  return { recognized: true, edition: (report.legacy?.form ?? report.form)?.id ?? null, reportingYear, unit, layout, tables };
}

export function findingJson(document: Document, finding: Finding, fixes: readonly Fix[], language: Language): FindingJson {
  const { lines } = document;
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message[language],
    range: rangeOf(lines, finding.span),
    cells: finding.cells,
    expected: finding.expected ?? null,
    actual: finding.actual ?? null,
    related: finding.related.map(({ span, message }) => ({ range: rangeOf(lines, span), message: message[language] })),
    fixes: fixes.map((fix) => ({
      title: fix.title[language],
      class: fix.class,
      preferred: fix.preferred,
      edits: fix.edits.map(({ span, newText }) => ({ range: rangeOf(lines, span), newText })),
    })),
  };
}
