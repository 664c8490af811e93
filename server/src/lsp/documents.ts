/**
 * What the server knows of each open document: its reports and findings, read once a version, judged anew when its
 * configuration or the reports beside it change.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Catalogue,
  type Configuration,
  type Document,
  type Finding,
  lexiconOf,
  lint,
  NO_SIBLINGS,
  parse,
  type Report,
  review,
  type Siblings,
  sameSiblings,
} from '../core/index.ts';

export interface Analysis {
  readonly uri: string;
  readonly version: number;
  readonly configuration: Configuration;
  readonly document: Document;
  /** Those that are shown. */
  readonly findings: readonly Finding[];
  readonly waived: readonly Finding[];
  /** What each report was compared with. */
  readonly siblings: readonly Siblings[];
}

export interface Analyses {
  of(document: TextDocument, configuration: Configuration): Analysis;
  /** The documents whose findings may be others than the client knows, since the reports beside them are; each is named once. */
  outdated(): ReadonlySet<string>;
  drop(uri: string): void;
}

export function createAnalyses(catalogue: Catalogue, onNew: (analysis: Analysis) => void, read: typeof parse = parse): Analyses {
  const known = new Map<string, Analysis>();
  const renewed = new Set<string>();
  const named = new WeakSet<Analysis>();
  const siblingsOf = ({ reports }: Document, uri: string, members: readonly string[]): Siblings[] =>
    reports.map((report) => catalogue.siblingsOf(report, uri, members));
  const isCurrent = ({ siblings, document, uri, configuration: { settings } }: Analysis): boolean =>
    siblingsOf(document, uri, settings.members).every((now, index) => sameSiblings(now, siblings[index] ?? NO_SIBLINGS));
  return {
    of(document, configuration) {
      const { uri, version } = document;
      const last = known.get(uri);
      const isSame = last?.version === version && last.configuration === configuration;
      if (isSame && isCurrent(last)) return last;
      const { settings, waivers } = configuration;
      const isRead = last?.version === version && last.configuration.settings.editions === settings.editions;
      const parsed = isRead ? last.document : read(document.getText(), lexiconOf(settings));
      const siblings = siblingsOf(parsed, uri, settings.members);
      const siblingsOfReport = (report: Report): Siblings => siblings[parsed.reports.indexOf(report)] ?? NO_SIBLINGS;
      const all = lint(parsed, { settings, siblingsOf: siblingsOfReport });
      const { findings, waived } = review(parsed, all, waivers);
      const analysis: Analysis = { uri, version, configuration, document: parsed, findings, waived, siblings };
      known.set(uri, analysis);
      if (isSame) renewed.add(uri);
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
