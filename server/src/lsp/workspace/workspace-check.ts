/** The findings of the reports that are not open, pulled all at once: told again only where they changed, awaited where nothing has. */
import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Context } from '../context.ts';
import type { Work } from '../long-work.ts';
import type { FileChecks } from './file-checks.ts';

export interface WorkspaceCheck {
  /** A file was read anew. */
  changed(uri: string): void;
  /** A file could not be read by this program: it is told as well, whether it holds a report or not. */
  broken(uri: string): void;
  /** Tells what the client does not know yet; where it knows all, waits until there is something to tell. */
  report(previous: readonly PreviousResultId[], work: Work, tell: (items: WorkspaceDocumentDiagnosticReport[]) => void): Promise<void>;
}

// So many reports are told at once.
const CHUNK = 20;

export function createWorkspaceCheck({ catalogue, changes, documents }: Context, checks: FileChecks): WorkspaceCheck {
  const broken = new Set<string>();
  let waiting: (() => void)[] = [];
  /** Something has changed that findings may depend on. */
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
  changes.on('options', wake);
  changes.on('reports', wake);
  changes.on('project', ({ where }) => {
    // Not at every keystroke in the configuration: all files would be checked anew.
    if (where === 'disk') wake();
  });

  const isOpen = (uri: string): boolean => documents.get(uri) !== undefined;
  const pathsNow = (): string[] => [...new Set([...[...catalogue.all()].map(({ path }) => path), ...broken])].filter((uri) => !isOpen(uri));
  const tellAll = async (
    ids: ReadonlyMap<string, string>,
    work: Work,
    tell: (items: WorkspaceDocumentDiagnosticReport[]) => void,
  ): Promise<boolean> => {
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
      await work.breathe();
      const checked = await checks.of(uri);
      if (!checked) continue;
      const { resultId, items } = checked;
      if (ids.get(uri) === resultId) put({ kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId });
      else put({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items });
    }
    const there = new Set(paths);
    for (const uri of ids.keys()) {
      if (there.has(uri) || isOpen(uri)) continue;
      checks.forget(uri);
      put({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    }
    // What is not told is unchanged as well.
    if (news && chunk.length > 0) tell(chunk);
    return news;
  };

  return {
    broken(uri) {
      broken.add(uri);
      wake();
    },
    changed(uri) {
      broken.delete(uri);
      checks.renew(uri);
      wake();
    },
    async report(previous, work, tell) {
      const ids = new Map(previous.map(({ uri, value }) => [uri, value]));
      while (!work.token.isCancellationRequested) {
        const next = change(work.token);
        if (await tellAll(ids, work, tell)) break;
        await next;
      }
    },
  };
}
