/** The findings of the reports that are not open: checked in the background, kept as diagnostics, told again only where they changed. */
import {
  type CancellationToken,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import {
  type Catalogue,
  type Configuration,
  decode,
  type FileFinding,
  type Head,
  judge,
  lexiconOf,
  NO_SIBLINGS,
  type PlainDocument,
  type parse,
  plainDocument,
  type Report,
  type Siblings,
  sameSiblings,
  uncheckable,
} from '../../core/index.ts';
import type { FindingCounts } from '../protocol.ts';
import { type Presentation, toDiagnostic } from '../to-protocol.ts';
import { countFindings } from './document-status.ts';
import type { ReadFile } from './project-files.ts';

export interface Outside {
  readonly catalogue: Catalogue;
  readonly configurationOf: (uri: string) => Promise<Configuration>;
  readonly readFile: ReadFile;
  readonly parse: typeof parse;
  readonly isOpen: (uri: string) => boolean;
  readonly presentation: () => Presentation;
  /** Counts of a report that is not open may be others now. */
  readonly counted: () => void;
}

interface Checked {
  readonly resultId: string;
  readonly version: number;
  readonly configuration: Configuration;
  readonly language: Presentation['language'];
  readonly heads: readonly Head[];
  readonly siblings: readonly Siblings[];
  readonly items: Diagnostic[];
  readonly counts: FindingCounts;
}

interface Judged extends Pick<Checked, 'heads' | 'siblings'> {
  readonly document: PlainDocument;
  readonly findings: readonly FileFinding[];
}

export interface WorkspaceCheck {
  /** A file was read anew. */
  changed(uri: string): void;
  /** A file could not be read by this program: it is told as well, whether it holds a report or not. */
  broken(uri: string): void;
  /** Something has changed that findings may depend on. */
  wake(): void;
  countsOf(uri: string): FindingCounts | null;
  /** Tells what the client does not know yet; where it knows all, waits until there is something to tell. */
  report(
    previous: readonly PreviousResultId[],
    token: CancellationToken,
    tell: (items: WorkspaceDocumentDiagnosticReport[]) => void,
  ): Promise<void>;
}

// So many reports are told at once.
const CHUNK = 20;

export function createWorkspaceCheck(outside: Outside): WorkspaceCheck {
  const { catalogue, configurationOf, readFile, parse, isOpen, presentation, counted } = outside;
  const known = new Map<string, Checked>();
  const versions = new Map<string, number>();
  const broken = new Set<string>();
  let waiting: (() => void)[] = [];
  let results = 0;

  const siblingsOf = (heads: readonly Head[], uri: string, { settings }: Configuration): Siblings[] =>
    heads.map((head) => catalogue.siblingsOf(head, uri, settings.members));
  const isCurrent = ({ heads, siblings, ...checked }: Checked, uri: string, configuration: Configuration): boolean =>
    checked.version === (versions.get(uri) ?? 0) &&
    checked.configuration === configuration &&
    checked.language === presentation().language &&
    siblingsOf(heads, uri, configuration).every((now, index) => sameSiblings(now, siblings[index] ?? NO_SIBLINGS));

  const readAndJudge = (text: string, uri: string, configuration: Configuration): Judged => {
    const document = parse(text, lexiconOf(configuration.settings));
    const heads = document.reports.map(({ unit, reportingYear }) => ({ unit, reportingYear }));
    const siblings = siblingsOf(heads, uri, configuration);
    const siblingsOfReport = (report: Report): Siblings => siblings[document.reports.indexOf(report)] ?? NO_SIBLINGS;
    return { document, heads, siblings, findings: judge(document, { configuration, siblingsOf: siblingsOfReport }).findings };
  };
  const attempt = (text: string, uri: string, configuration: Configuration): Judged => {
    try {
      return readAndJudge(text, uri, configuration);
    } catch (error) {
      return { document: plainDocument(text), heads: [], siblings: [], findings: [uncheckable(error)] };
    }
  };

  const check = async (uri: string): Promise<Checked | null> => {
    const configuration = await configurationOf(uri);
    const last = known.get(uri);
    if (last && isCurrent(last, uri, configuration)) return last;
    const version = versions.get(uri) ?? 0;
    const bytes = await readFile(uri).catch(() => null);
    const content = bytes ? decode(bytes) : null;
    if (content?.kind !== 'text') return null;
    const { document, heads, siblings, findings } = attempt(content.text, uri, configuration);
    const shown = presentation();
    const checked: Checked = {
      resultId: String(++results),
      version,
      configuration,
      language: shown.language,
      heads,
      siblings,
      items: findings.map((finding) => toDiagnostic({ uri, document }, finding, shown)),
      counts: countFindings(findings),
    };
    known.set(uri, checked);
    counted();
    return checked;
  };

  const pathsNow = (): string[] => [...new Set([...[...catalogue.all()].map(({ path }) => path), ...broken])].filter((uri) => !isOpen(uri));

  const tellAll = async (
    ids: ReadonlyMap<string, string>,
    token: CancellationToken,
    tell: (items: WorkspaceDocumentDiagnosticReport[]) => void,
  ) => {
    let chunk: WorkspaceDocumentDiagnosticReport[] = [];
    let news = false;
    const put = (item: WorkspaceDocumentDiagnosticReport): void => {
      news ||= item.kind === DocumentDiagnosticReportKind.Full;
      chunk.push(item);
      if (chunk.length < CHUNK) return;
      tell(chunk);
      chunk = [];
    };
    const paths = pathsNow();
    for (const uri of paths) {
      if (token.isCancellationRequested) return true;
      const checked = await check(uri);
      if (!checked) continue;
      const { resultId, items } = checked;
      if (ids.get(uri) === resultId) put({ kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId });
      else put({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items });
    }
    const gone = new Set(paths);
    for (const uri of ids.keys()) {
      if (gone.has(uri) || isOpen(uri)) continue;
      known.delete(uri);
      put({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    }
    // What is not told is unchanged as well.
    if (news && chunk.length > 0) tell(chunk);
    return news;
  };

  const wake = (): void => {
    const all = waiting;
    waiting = [];
    for (const go of all) go();
  };
  const change = (token: CancellationToken): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      token.onCancellationRequested(() => resolve());
    });

  return {
    wake,
    broken(uri) {
      broken.add(uri);
      wake();
    },
    changed(uri) {
      broken.delete(uri);
      if (known.has(uri)) versions.set(uri, (versions.get(uri) ?? 0) + 1);
      wake();
    },
    countsOf: (uri) => known.get(uri)?.counts ?? null,
    async report(previous, token, tell) {
      const ids = new Map(previous.map(({ uri, value }) => [uri, value]));
      while (!token.isCancellationRequested) {
        const next = change(token);
        if (await tellAll(ids, token, tell)) break;
        await next;
      }
    },
  };
}
