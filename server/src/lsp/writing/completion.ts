/** Completions, in the protocol’s words. */
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { type Completion, completionsAt, formFor, type Language, wholeReportAt, yearIn } from '../../core/index.ts';
import type { Analysis } from '../diagnose/documents.ts';
import { toTextEdits } from '../to-protocol.ts';

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  number: CompletionItemKind.Value,
  heading: CompletionItemKind.Module,
  sentence: CompletionItemKind.Text,
  table: CompletionItemKind.Struct,
  report: CompletionItemKind.Snippet,
};

function toItems(analysis: Analysis, completions: readonly Completion[], language: Language): CompletionItem[] {
  return completions.flatMap(({ kind, label, detail, span, newText }, index) => {
    const [textEdit] = toTextEdits(analysis, [{ span, newText }]);
    return textEdit
      ? [
          {
            label,
            kind: KINDS[kind],
            detail: detail[language],
            textEdit,
            // A number takes the place of what stands for a blank, which is not the beginning of it.
            filterText: (kind === 'number' && analysis.document.text.slice(span.start, span.end).trim()) || label,
            ...(kind === 'report' ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
            sortText: String(index).padStart(3, '0'),
          },
        ]
      : [];
  });
}

export const completions = (analysis: Analysis, offset: number, language: Language): CompletionItem[] =>
  toItems(analysis, completionsAt(analysis.document, offset), language);

/** For a document that is to be a report, and is none yet; without a year of its own, of last year, which is written this year. */
export function beginnings(analysis: Analysis, offset: number, language: Language, items: 'snippets' | 'texts'): CompletionItem[] {
  const { document } = analysis;
  const year = yearIn(document.text) ?? new Date().getFullYear() - 1;
  const form = formFor(year);
  if (!form) return [];
  const whole = items === 'snippets' ? wholeReportAt(document, offset, form, year) : null;
  return toItems(analysis, whole ? [whole] : completionsAt(document, offset, form), language);
}
