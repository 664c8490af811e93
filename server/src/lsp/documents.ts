/** What the server knows of each open document: its reports and findings, read once a version, judged anew when other reports change. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Catalogue, type Document, type Finding, lint, NO_SIBLINGS, parse, type Siblings, sameSiblings } from '../core/index.ts';

export interface Analysis {
  readonly uri: string;
  readonly version: number;
  readonly document: Document;
  readonly findings: readonly Finding[];
  /** What each report was compared with. */
  readonly siblings: readonly Siblings[];
}

export interface Analyses {
  of(document: TextDocument): Analysis;
  /** The documents whose findings may be others than the client knows, since the reports beside them are; each is named once. */
  outdated(): ReadonlySet<string>;
  drop(uri: string): void;
}

export function createAnalyses(catalogue: Catalogue, onNew: (analysis: Analysis) => void, read: typeof parse = parse): Analyses {
  const known = new Map<string, Analysis>();
  const renewed = new Set<string>();
  const named = new WeakSet<Analysis>();
  const siblingsOf = ({ reports }: Document, uri: string): Siblings[] => reports.map((report) => catalogue.siblingsOf(report, uri));
  const isCurrent = ({ siblings, document, uri }: Analysis): boolean =>
    siblingsOf(document, uri).every((now, index) => sameSiblings(now, siblings[index] ?? NO_SIBLINGS));
  return {
    of(document) {
      const { uri, version } = document;
      const last = known.get(uri);
      if (last?.version === version && isCurrent(last)) return last;
      const parsed = last?.version === version ? last.document : read(document.getText());
      const siblings = siblingsOf(parsed, uri);
      const findings = lint(parsed, undefined, (report) => siblings[parsed.reports.indexOf(report)] ?? NO_SIBLINGS);
      const analysis: Analysis = { uri, version, document: parsed, findings, siblings };
      known.set(uri, analysis);
      if (last?.version === version) renewed.add(uri);
      onNew(analysis);
      return analysis;
    },
    outdated() {
      const unheard = [...known.values()].filter((analysis) => !named.has(analysis) && !isCurrent(analysis));
      for (const analysis of unheard) named.add(analysis);
      const all = new Set([...renewed, ...unheard.map(({ uri }) => uri)]);
      renewed.clear();
      return all;
    },
    drop(uri) {
      known.delete(uri);
      renewed.delete(uri);
    },
  };
}
