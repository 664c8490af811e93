/** Folding and growing selections, and the reports of the workspace by name. */
import { type FoldingRange, type Position, type SelectionRange, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import { aroundOf, type Catalogue, foldsOf, positionAt, rangeOf } from '../../core/index.ts';
import type { Analysis } from '../diagnose/documents.ts';
import { toSpan } from '../to-protocol.ts';

export function foldingRanges({ document }: Analysis): FoldingRange[] {
  const { lines, text } = document;
  const seen = new Set<string>();
  return foldsOf(document).flatMap(({ start, end }) => {
    // Empty lines below stay in sight.
    const last = end - (text.slice(start, end).length - text.slice(start, end).trimEnd().length);
    const [startLine, endLine] = [positionAt(lines, start).line, positionAt(lines, last).line];
    const key = `${startLine} ${endLine}`;
    if (endLine <= startLine || seen.has(key)) return [];
    seen.add(key);
    return [{ startLine, endLine }];
  });
}

export function selectionRange(analysis: Analysis, position: Position): SelectionRange {
  const { document } = analysis;
  const { start } = toSpan(analysis, { start: position, end: position });
  const around = aroundOf(document, start).map((span) => rangeOf(document.lines, span));
  const grown = around.reduceRight<SelectionRange | undefined>((parent, range) => (parent ? { range, parent } : { range }), undefined);
  return grown ?? { range: { start: position, end: position } };
}

const MOST = 500;

/** The reports whose unit and year have the characters of the query, in their order. */
export function workspaceSymbols(catalogue: Catalogue, query: string): WorkspaceSymbol[] {
  const wanted = Array.from(query.replace(/\s/g, ''));
  const fits = (name: string): boolean => {
    let at = 0;
    for (const char of name) if (char === wanted[at]) at++;
    return at >= wanted.length;
  };
  const found: WorkspaceSymbol[] = [];
  for (const { name: unit, year, path, tables } of catalogue.all()) {
    const name = [unit, year].filter((part) => part !== null).join(' ');
    if (name === '' || !fits(name)) continue;
    const range = tables[0]?.head ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    found.push({ name, kind: SymbolKind.Module, location: { uri: path, range } });
    if (found.length >= MOST) break;
  }
  return found;
}
