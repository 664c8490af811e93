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
  targetAt,
  totalAt,
  wrongCells,
} from '../../core/index.ts';
import type { Analysis } from '../diagnose/documents.ts';
import type { Work } from '../long-work.ts';
import type { InlayHintsSetting } from '../protocol.ts';

/** What a hint is found again by, when its tooltip is asked for. */
interface Place {
  readonly uri: string;
  readonly version: number;
  readonly offset: number;
}

/** What a total should be; `≠` where the fault is known to be in another cell, or is waived. */
function totalHint({ uri, version, document }: Analysis, table: BoundTable, cell: BoundCell, wrong: ReadonlySet<number>): InlayHint | null {
  const sums = cell.state === 'number' ? totalAt(table, cell.spec.index)?.sums : null;
  if (!sums) return null;
  const isRight = sums.every((sum) => sum === cell.value);
  return {
    position: positionAt(document.lines, cell.span.end),
    label: isRight ? '✓' : `${wrong.has(cell.span.start) ? '✗' : '≠'} ${sums.join(' / ')}`,
    paddingLeft: true,
    data: { uri, version, offset: cell.span.start } satisfies Place,
  };
}

function nameHint({ document }: Analysis, cell: BoundCell, language: Language): InlayHint {
  return {
    position: positionAt(document.lines, cell.span.start),
    label: language === 'en' ? `${columnName(cell)}:` : `${columnName(cell)}：`,
    kind: InlayHintKind.Parameter,
    paddingRight: true,
  };
}

interface Wanted {
  readonly setting: InlayHintsSetting;
  readonly language: Language;
}

/** The hints of the part of a document that is shown. */
export async function inlayHints(analysis: Analysis, shown: Span, { setting, language }: Wanted, work: Work): Promise<InlayHint[]> {
  if (setting === 'off') return [];
  const { document, findings } = analysis;
  const hints: InlayHint[] = [];
  const wrong = wrongCells(findings);
  for (const report of document.reports) {
    await work.breathe();
    for (const { table, cell } of cellsIn({ ...document, reports: [report] }, shown)) {
      if (setting === 'all' && isOneCellALine(table)) hints.push(nameHint(analysis, cell, language));
      const total = totalHint(analysis, table, cell, wrong);
      if (total) hints.push(total);
    }
  }
  return hints;
}

/** A hint with its relations written out, as long as the document is the one that it was made for. */
export async function resolveHint(hint: InlayHint, analysisOf: (uri: string) => Promise<Analysis | null>): Promise<InlayHint> {
  const { uri, version, offset } = (hint.data ?? {}) as Partial<Place>;
  const analysis = uri === undefined ? null : await analysisOf(uri);
  if (!analysis || analysis.version !== version || offset === undefined) return hint;
  const target = targetAt(analysis.document, offset);
  const total = target?.kind === 'cell' ? totalAt(target.table, target.cell.spec.index) : null;
  const tooltip = total?.equations().map(({ text }) => text);
  return tooltip ? { ...hint, tooltip: tooltip.join('\n') } : hint;
}
