/** Hints in the text: what a total should be; in layouts of one cell a line, whose number each is. */
import { type InlayHint, InlayHintKind } from 'vscode-languageserver';
import {
  type BoundCell,
  type BoundTable,
  cellsIn,
  columnName,
  isOneCellALine,
  type Language,
  positionAt,
  type Span,
  totalAt,
} from '../core/index.ts';
import type { Analysis } from './documents.ts';
import type { InlayHintsSetting } from './protocol.ts';

function totalHint({ document }: Analysis, table: BoundTable, cell: BoundCell): InlayHint[] {
  const total = totalAt(table, cell.spec.index);
  if (!total || total.computed === null || cell.state !== 'number') return [];
  const right = total.computed === cell.value;
  return [
    {
      position: positionAt(document.lines, cell.span.end),
      label: right ? '✓' : `✗ ${total.computed}`,
      paddingLeft: true,
      tooltip: total.equations.map(({ text }) => text).join('\n'),
    },
  ];
}

function nameHint({ document }: Analysis, cell: BoundCell, language: Language): InlayHint {
  return {
    position: positionAt(document.lines, cell.span.start),
    label: language === 'en' ? `${columnName(cell)}:` : `${columnName(cell)}：`,
    kind: InlayHintKind.Parameter,
    paddingRight: true,
  };
}

/** The hints of the part of a document that is shown. */
export function inlayHints(analysis: Analysis, shown: Span, setting: InlayHintsSetting, language: Language): InlayHint[] {
  if (setting === 'off') return [];
  return cellsIn(analysis.document, shown).flatMap(({ table, cell }) => [
    ...(setting === 'all' && isOneCellALine(table) ? [nameHint(analysis, cell, language)] : []),
    ...totalHint(analysis, table, cell),
  ]);
}
