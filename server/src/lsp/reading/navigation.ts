/** From a total to what it adds up and back, and from a number of the prose to its cells. */
import { type DocumentHighlight, DocumentHighlightKind, type Location, type ReferenceContext } from 'vscode-languageserver';
import { type BoundTable, cellsOfClaim, neighboursOf, type Report, rangeOf, type Span, targetAt } from '../../core/index.ts';
import type { Analysis } from '../diagnose/documents.ts';

interface Found {
  /** What was asked about. */
  readonly self: Span;
  /** Where its number comes from: the addends of a total, the cells of a claim; for an addend its totals. */
  readonly sources: readonly Span[];
  /** All cells that stand in a relation with it. */
  readonly related: readonly Span[];
}

const spansOf = (table: BoundTable, cells: readonly number[]): Span[] =>
  cells.flatMap((index) => {
    const cell = table.cells[index];
    return cell && cell.state !== 'missing' ? [cell.span] : [];
  });

const keyed = (report: Report, keys: readonly string[]): Span[] =>
  report.tables.flatMap((table) =>
    spansOf(
      table,
      table.spec.cells.flatMap(({ key, index }) => (keys.includes(key) ? [index] : [])),
    ),
  );

function find({ document }: Analysis, offset: number): Found | null {
  const target = targetAt(document, offset);
  if (!target) return null;
  if (target.kind === 'cell') {
    const { table, cell } = target;
    const { addends, totals } = neighboursOf(table, cell.spec.index);
    return {
      self: cell.span,
      sources: spansOf(table, addends.length > 0 ? addends : totals),
      related: spansOf(table, [...new Set([...addends, ...totals])]),
    };
  }
  if (target.kind === 'word') return null;
  const cells = keyed(target.report, cellsOfClaim(target.report, target.claim));
  return { self: target.claim.span, sources: cells, related: cells };
}

const toLocations = ({ uri, document: { lines } }: Analysis, spans: readonly Span[]): Location[] =>
  spans.map((span) => ({ uri, range: rangeOf(lines, span) }));

export const definitionsAt = (analysis: Analysis, offset: number): Location[] =>
  toLocations(analysis, find(analysis, offset)?.sources ?? []);

export function referencesAt(analysis: Analysis, offset: number, { includeDeclaration }: ReferenceContext): Location[] {
  const found = find(analysis, offset);
  return found ? toLocations(analysis, includeDeclaration ? [found.self, ...found.related] : found.related) : [];
}

export function highlightsAt(analysis: Analysis, offset: number): DocumentHighlight[] {
  const found = find(analysis, offset);
  if (!found) return [];
  const { lines } = analysis.document;
  return [
    { range: rangeOf(lines, found.self), kind: DocumentHighlightKind.Write },
    ...found.related.map((span) => ({ range: rangeOf(lines, span), kind: DocumentHighlightKind.Read })),
  ];
}
