/** The tables of a report as plain data for a view of them, and the edits for a number typed there. */
import {
  type CellView,
  enterNumber,
  NO_SIBLINGS,
  type NumberView,
  type Report,
  rangeOf,
  type TableView,
  viewReport,
} from '../../core/index.ts';
import type { Analysis } from '../diagnose/documents.ts';
import type { NumberCell, Table, TableCell, TablesAnswer, WriteCellAnswer, WriteCellParams } from '../protocol.ts';
import { type Presentation, toTextEdits } from '../to-protocol.ts';

function toTable({ document: { lines } }: Analysis, table: TableView, { language }: Presentation): Table {
  const toNumber = ({ span, problems, equations, ...cell }: NumberView): NumberCell => ({
    ...cell,
    range: span && rangeOf(lines, span),
    problems: problems.map(({ severity, message }) => ({ severity, message: message[language] })),
    equations: equations.map(({ text }) => text),
  });
  const toCell = (cell: CellView): TableCell => (cell.kind === 'number' ? toNumber(cell) : cell);
  const { id, title, edition, columns, span, blocks } = table;
  return {
    id,
    caption: title['zh-cn'],
    edition,
    columns,
    range: span && rangeOf(lines, span),
    blocks: blocks.map(({ head, body }) => ({ head, body: body.map((row) => row.map(toCell)) })),
  };
}

export function tablesOf(analysis: Analysis, wanted: number, presentation: Presentation): TablesAnswer | null {
  const { uri, version, document, findings, siblings } = analysis;
  const { lines, reports } = document;
  const index = reports[wanted] ? wanted : 0;
  const report = reports[index];
  if (!report) return null;
  const { previous } = siblings[index] ?? NO_SIBLINGS;
  const view = viewReport(document, report, { findings, previous });
  const place = ({ unit, reportingYear: year, span }: Report): TablesAnswer['reports'][number] => ({
    unit,
    year,
    range: rangeOf(lines, span),
  });
  return {
    uri,
    version,
    reports: reports.map(place),
    report: index,
    edition: view.edition,
    previous: view.previous && { unit: view.previous.unit, year: view.previous.year, uri: view.previous.path },
    tables: view.tables.map((table) => toTable(analysis, table, presentation)),
  };
}

export function writeNumber(analysis: Analysis, params: WriteCellParams, { language }: Presentation): WriteCellAnswer {
  const { version, document } = analysis;
  const report = document.reports[params.report];
  if (version !== params.version || !report) return { kind: 'outdated' };
  const entered = enterNumber(document, report, params.key, params.value);
  return entered.kind === 'refused'
    ? { kind: 'refused', reason: entered.reason[language] }
    : { kind: 'edits', edits: toTextEdits(analysis, entered.edits) };
}
