/** What the server knows of each open document: its reports and findings, read once a version and linted once a configuration. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Configuration, type Document, type Finding, lexiconOf, lint, parse, review } from '../core/index.ts';

export interface Analysis {
  readonly uri: string;
  readonly version: number;
  readonly configuration: Configuration;
  readonly document: Document;
  /** Those that are shown. */
  readonly findings: readonly Finding[];
  readonly waived: readonly Finding[];
}

export interface Analyses {
  of(document: TextDocument, configuration: Configuration): Analysis;
  drop(uri: string): void;
}

export function createAnalyses(onNew: (analysis: Analysis) => void, read: typeof parse = parse): Analyses {
  const known = new Map<string, Analysis>();
  return {
    of(document, configuration) {
      const { uri, version } = document;
      const last = known.get(uri);
      if (last?.version === version && last.configuration === configuration) return last;
      const { settings, waivers } = configuration;
      const isRead = last?.version === version && last.configuration.settings.editions === settings.editions;
      const parsed = isRead ? last.document : read(document.getText(), lexiconOf(settings));
      const { findings, waived } = review(parsed, lint(parsed, { settings }), waivers);
      const analysis: Analysis = { uri, version, configuration, document: parsed, findings, waived };
      known.set(uri, analysis);
      onNew(analysis);
      return analysis;
    },
    drop: (uri) => void known.delete(uri),
  };
}
