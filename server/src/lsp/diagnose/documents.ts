/**
 * What the server knows of each open document: its reports and findings, read once a version, judged anew when its
 * configuration or the reports beside it change.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Catalogue,
  type Configuration,
  type Document,
  type FileFinding,
  type Finding,
  lexiconOf,
  type parse,
  plainDocument,
  type Siblings,
  uncheckable,
} from '../../core/index.ts';
import { isStillBeside, judgeBeside } from './judge-beside.ts';

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
  /** Why there is nothing else: reading or checking failed. */
  readonly failure: FileFinding | null;
}

export interface Analyses {
  of(document: TextDocument, configuration: Configuration): Analysis;
  /** The documents whose findings may be others than the client knows, since the reports beside them are; each is named once. */
  outdated(): ReadonlySet<string>;
  drop(uri: string): void;
}

interface Heard {
  /** A document was judged anew. */
  judged(analysis: Analysis): void;
  /** Reading or checking one failed, which is a fault of this program. */
  failed(error: unknown): void;
}

type Judged = Pick<Analysis, 'document' | 'findings' | 'waived' | 'siblings' | 'failure'>;

export function createAnalyses(catalogue: Catalogue, read: typeof parse, { judged, failed }: Heard): Analyses {
  const known = new Map<string, Analysis>();
  const renewed = new Set<string>();
  const named = new WeakSet<Analysis>();
  const isCurrent = ({ document, ...compared }: Analysis): boolean => isStillBeside(catalogue, { heads: document.reports, ...compared });
  const readAndJudge = (document: TextDocument, configuration: Configuration, last: Analysis | undefined): Judged => {
    const { settings } = configuration;
    const isRead =
      last?.version === document.version && last.failure === null && last.configuration.settings.editions === settings.editions;
    const parsed = isRead ? last.document : read(document.getText(), lexiconOf(settings));
    const { siblings, findings, waived } = judgeBeside(catalogue, parsed, document.uri, configuration);
    return { document: parsed, findings, waived, siblings, failure: null };
  };
  /** A failure is kept as well: it would come again at every request. */
  const attempt = (document: TextDocument, configuration: Configuration, last: Analysis | undefined): Judged => {
    try {
      return readAndJudge(document, configuration, last);
    } catch (error) {
      failed(error);
      const unread = { ...plainDocument(document.getText()), lexicon: lexiconOf(configuration.settings), reports: [] };
      return { document: unread, findings: [], waived: [], siblings: [], failure: uncheckable(error) };
    }
  };
  return {
    of(document, configuration) {
      const { uri, version } = document;
      const last = known.get(uri);
      const isSame = last?.version === version && last.configuration === configuration;
      if (isSame && isCurrent(last)) return last;
      const analysis: Analysis = { uri, version, configuration, ...attempt(document, configuration, last) };
      known.set(uri, analysis);
      if (isSame) renewed.add(uri);
      judged(analysis);
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
