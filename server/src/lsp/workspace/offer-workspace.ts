/** The reports of the workspace that are not open: their findings, and the list of all. */
import { type Connection, LSPErrorCodes, ResponseError, type WorkspaceDiagnosticReport } from 'vscode-languageserver';
import type { Catalogue } from '../../core/index.ts';
import { countFindings } from '../diagnose/document-status.ts';
import type { Analysis } from '../diagnose/documents.ts';
import type { WorkspaceCheck } from '../diagnose/workspace-check.ts';
import { type Guard, inBackground } from '../guard.ts';
import { type KnownReport, REPORTS, REPORTS_CHANGED } from '../protocol.ts';
import type { Session } from '../session.ts';

export interface Workspace {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly session: () => Session;
  readonly catalogue: Catalogue;
  readonly check: WorkspaceCheck;
  /** Looks for the reports of the workspace, if nobody has. */
  readonly begin: () => void;
  readonly analysisOf: (uri: string) => Promise<Analysis | null>;
}

// A list that is drawn anew at every report read would flicker.
const PAUSE = 300;

/** Tells the client that the list has changed, once for many changes. */
export function createNews(connection: Connection): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      // Within the promise: the connection may be gone by now.
      const send = async (): Promise<void> => connection.sendNotification(REPORTS_CHANGED);
      inBackground(connection, REPORTS_CHANGED, send());
    }, PAUSE);
  };
}

export function offerWorkspace({ connection, guard, session, catalogue, check, begin, analysisOf }: Workspace): void {
  connection.languages.diagnostics.onWorkspace(async (params, token, _progress, result): Promise<WorkspaceDiagnosticReport> => {
    const items: WorkspaceDiagnosticReport['items'] = [];
    const wanted = session().options.workspaceDiagnostics;
    const tell = (more: WorkspaceDiagnosticReport['items']): void => {
      if (result) result.report({ items: more });
      else items.push(...more);
    };
    try {
      // Nothing is told to a client that wants none until it asks again.
      await check.report(wanted ? params.previousResultIds : [], token, wanted ? tell : () => {});
    } catch (error) {
      connection.console.error(`workspaceDiagnostic: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'workspaceDiagnostic was cancelled');
    return { items };
  });

  connection.onRequest(
    REPORTS,
    guard<unknown, readonly KnownReport[]>('reports', [], async () => {
      begin();
      const reports: KnownReport[] = [];
      for (const { path: uri, name: unit, year, tables } of catalogue.all()) {
        const open = await analysisOf(uri);
        const findings = open ? countFindings(open.findings) : check.countsOf(uri);
        reports.push({ uri, unit, year, line: tables[0]?.head.start.line ?? 0, findings });
      }
      return reports;
    }),
  );
}
