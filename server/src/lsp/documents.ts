/** What the server knows of each open document: its reports and findings, read once a version. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Document, type Finding, lint, parse } from '../core/index.ts';

export interface Analysis {
  readonly uri: string;
  readonly version: number;
  readonly document: Document;
  readonly findings: readonly Finding[];
}

export interface Analyses {
  of(document: TextDocument): Analysis;
  drop(uri: string): void;
}

export function createAnalyses(onNew: (analysis: Analysis) => void, read: typeof parse = parse): Analyses {
  const known = new Map<string, Analysis>();
  return {
    of(document) {
      const last = known.get(document.uri);
      if (last?.version === document.version) return last;
      const parsed = read(document.getText());
      const analysis: Analysis = { uri: document.uri, version: document.version, document: parsed, findings: lint(parsed) };
      known.set(document.uri, analysis);
      onNew(analysis);
      return analysis;
    },
    drop: (uri) => void known.delete(uri),
  };
}
