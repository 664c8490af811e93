/** Completions, in the protocol’s words. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { type Completion, completionsAt, type Language } from '../core/index.ts';
import { toTextEdits } from './convert.ts';
import type { Analysis } from './documents.ts';

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  number: CompletionItemKind.Value,
  heading: CompletionItemKind.Module,
  sentence: CompletionItemKind.Text,
  table: CompletionItemKind.Struct,
};

export function completions(analysis: Analysis, offset: number, language: Language): CompletionItem[] {
  return completionsAt(analysis.document, offset).flatMap(({ kind, label, detail, span, newText }, index) => {
    const [textEdit] = toTextEdits(analysis, [{ span, newText }]);
    return textEdit
      ? [
          {
            label,
            kind: KINDS[kind],
            detail: detail[language],
            textEdit,
            filterText: newText.split('\n')[0] ?? label,
            sortText: String(index).padStart(3, '0'),
          },
        ]
      : [];
  });
}
