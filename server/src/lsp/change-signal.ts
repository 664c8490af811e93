/** What may have changed, told once to whoever listens: those who learn of it know nothing of those who depend on it. */
import type { FileEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from './diagnose/documents.ts';

type Change =
  /** An open document is new, or was edited. The project’s files are told of as such. */
  | { readonly kind: 'document'; readonly document: TextDocument }
  | { readonly kind: 'closed'; readonly uri: string }
  /** The configuration or the waivers: in an editor, at every keystroke, or on disk, once they are saved. */
  | { readonly kind: 'project'; readonly where: 'editor' | 'disk' }
  /** Other files of the workspace were made, saved or deleted, by whomever. */
  | { readonly kind: 'files'; readonly events: readonly FileEvent[] }
  /** What the user has chosen. */
  | { readonly kind: 'options' }
  /** An open document was judged anew. */
  | { readonly kind: 'judged'; readonly analysis: Analysis }
  /** The reports of the workspace; with them perhaps the findings of the open documents that are named. */
  | { readonly kind: 'reports'; readonly outdated: ReadonlySet<string> };

type Of<K extends Change['kind']> = Extract<Change, { readonly kind: K }>;

export interface Changes {
  tell(change: Change): void;
  /** Who listens first is told first. */
  on<K extends Change['kind']>(kind: K, listener: (change: Of<K>) => void): void;
}

export function createChanges(): Changes {
  const listeners: ((change: Change) => void)[] = [];
  return {
    on(kind, listener) {
      const isOfKind = (change: Change): change is Of<typeof kind> => change.kind === kind;
      listeners.push((change) => {
        if (isOfKind(change)) listener(change);
      });
    },
    tell(change) {
      for (const listen of listeners) listen(change);
    },
  };
}
