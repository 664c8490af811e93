/** The outline: sections, their tables, the rows of each table. */
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type BoundRow, type BoundTable, type Report, rangeOf, type Span } from '../../core/index.ts';
import type { Analysis } from '../diagnose/documents.ts';
import type { Work } from '../long-work.ts';
import type { Presentation } from '../to-protocol.ts';

const MOST_VALUES = 3;

/** The number of a row, or its total; of a short row all of them. */
function valuesOfRow({ cells }: BoundRow): string {
  const shown = cells.length > MOST_VALUES ? cells.slice(-1) : cells;
  return shown.map(({ value }) => value ?? '?').join(' / ');
}

export async function documentSymbols(analysis: Analysis, { language }: Presentation, work: Work): Promise<DocumentSymbol[]> {
  const { document } = analysis;
  const symbol = (name: string, kind: SymbolKind, span: Span, selection: Span, children: DocumentSymbol[] = []): DocumentSymbol => ({
    name: name || '—',
    kind,
    range: rangeOf(document.lines, span),
    selectionRange: rangeOf(document.lines, selection),
    ...(children.length > 0 ? { children } : {}),
  });
  const shown = ({ start, end }: Span): string =>
    document.text
      .slice(start, end)
      .replace(/<[^<>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const tableSymbol = (table: BoundTable): DocumentSymbol => {
    const rows = table.rows
      .filter((line) => line !== undefined)
      .filter(({ spec }) => spec.labelled)
      .sort((a, b) => a.span.start - b.span.start)
      .map((line) => ({ ...symbol(line.spec.label, SymbolKind.Field, line.span, line.label), detail: valuesOfRow(line) }));
    const title = table.spec.data.title[language];
    return symbol(title.charAt(0).toUpperCase() + title.slice(1), SymbolKind.Array, table.span, table.head, rows);
  };
  const inside = (outer: Span, { start, end }: Span): boolean => outer.start <= start && end <= outer.end;
  const ofReport = (report: Report): DocumentSymbol[] => {
    const sections = report.sections.map((section) =>
      symbol(
        shown(section.heading),
        SymbolKind.Namespace,
        section.span,
        section.heading,
        report.tables.filter(({ span }) => inside(section.span, span)).map(tableSymbol),
      ),
    );
    const loose = report.tables.filter(({ span }) => !report.sections.some((section) => inside(section.span, span)));
    return [...sections, ...loose.map(tableSymbol)];
  };
  const named = (report: Report): DocumentSymbol => {
    const head = report.title ?? { start: report.span.start, end: report.span.start };
    const name = [report.unit, report.reportingYear].filter((part) => part !== null).join(' ');
    return symbol(name, SymbolKind.Module, report.span, head, ofReport(report));
  };
  if (document.reports.length === 1) return document.reports.flatMap(ofReport);
  const symbols: DocumentSymbol[] = [];
  for (const report of document.reports) {
    await work.breathe();
    symbols.push(named(report));
  }
  return symbols;
}

/** For clients without nested symbols. */
export function flat(symbols: readonly DocumentSymbol[], uri: string, container?: string): SymbolInformation[] {
  return symbols.flatMap((symbol) => [
    { name: symbol.name, kind: symbol.kind, location: { uri, range: symbol.range }, ...(container ? { containerName: container } : {}) },
    ...flat(symbol.children ?? [], uri, symbol.name),
  ]);
}
