/** Folding and growing selections. */
import type { FoldingRange, Position, SelectionRange } from 'vscode-languageserver';
import { aroundOf, foldsOf, positionAt, rangeOf } from '../../core/index.ts';
import type { Analysis } from '../diagnose/documents.ts';
import { toOffset } from '../to-protocol.ts';

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
  const around = aroundOf(document, toOffset(analysis, position)).map((span) => rangeOf(document.lines, span));
  const grown = around.reduceRight<SelectionRange | undefined>((parent, range) => (parent ? { range, parent } : { range }), undefined);
  return grown ?? { range: { start: position, end: position } };
}
