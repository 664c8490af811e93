/** The reports of the workspace that are not open: their findings, and the list of all. */
import type { PreviousResultId, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import type { Context } from '../context.ts';
import { countFindings } from '../diagnose/document-status.ts';
import { inBackground } from '../guard.ts';
import { type KnownReport, REPORTS, REPORTS_CHANGED } from '../protocol.ts';
import { createFileChecks } from './file-checks.ts';
import { createWorkspaceCheck } from './workspace-check.ts';
import { createLibrary } from './workspace-library.ts';

// A list that is drawn anew at every report read would flicker.
const PAUSE = 300;

/** Tells the client that the list has changed, once for many changes. */
function createNews({ connection, changes }: Context): () => void {
  let due = false;
  const news = (): void => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      // Within the promise: the connection may be gone by now.
      const send = async (): Promise<void> => connection.sendNotification(REPORTS_CHANGED);
      inBackground(connection, REPORTS_CHANGED, send());
    }, PAUSE);
  };
  changes.on('reports', news);
  return news;
}

export function offerWorkspace(context: Context): void {
  const { connection, guard, session, catalogue, analysisOf } = context;
  const checks = createFileChecks(context, createNews(context));
  const check = createWorkspaceCheck(context, checks);
  const begin = createLibrary(context, check);

  connection.languages.diagnostics.onWorkspace((params, token, _progress, result) => {
    const items: WorkspaceDiagnosticReport['items'] = [];
    const wanted = session.now().options.workspaceDiagnostics;
    const tell = (more: WorkspaceDiagnosticReport['items']): void => {
      if (result) result.report({ items: more });
      else items.push(...more);
    };
    const report = guard('workspaceDiagnostic', { items }, async (previous: readonly PreviousResultId[], work) => {
      await check.report(previous, work, wanted ? tell : () => {});
      return { items };
    });
    // Nothing is told to a client that wants none until it asks again.
    return report(wanted ? params.previousResultIds : [], token);
  });

  connection.onRequest(
    REPORTS,
    guard<unknown, readonly KnownReport[]>('reports', [], async (_, work) => {
      begin();
      const reports: KnownReport[] = [];
      for (const { path: uri, name: unit, year, tables } of [...catalogue.all()]) {
        await work.breathe();
        const open = await analysisOf(uri);
        const findings = open ? countFindings(open.findings) : checks.countsOf(uri);
        reports.push({ uri, unit, year, line: tables[0]?.head.start.line ?? 0, findings });
      }
      return reports;
    }),
  );
}
