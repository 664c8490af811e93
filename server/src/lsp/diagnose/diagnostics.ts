/** Diagnostics, pulled or pushed (never both), and anew whenever something has changed that they depend on. */
import {
  type Diagnostic,
  type DocumentDiagnosticParams,
  DocumentDiagnosticReportKind,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { plainDocument, uncheckable } from '../../core/index.ts';
import type { Context } from '../context.ts';
import { inBackground, logError } from '../guard.ts';
import { Cancelled, type Work } from '../long-work.ts';
import { pulls, type Session } from '../session.ts';
import { toDiagnostic } from '../to-protocol.ts';
import { projectDiagnostics } from './project-diagnostics.ts';
import { isProjectFile, isWaiversFile } from './project-files.ts';

export function diagnosticCapabilities(session: Session): ServerCapabilities {
  if (!pulls(session)) return {};
  const workspaceDiagnostics = session.options.workspaceDiagnostics !== undefined;
  return { diagnosticProvider: { identifier: 'disclosure-report', interFileDependencies: true, workspaceDiagnostics } };
}

export function offerDiagnostics(context: Context): void {
  const { connection, guard, changes, session, presentation, documents, analysisOf } = context;
  const findingsOf = async (uri: string, work: Work): Promise<Diagnostic[]> => {
    const document = documents.get(uri);
    if (document && isProjectFile(uri)) return projectDiagnostics(context, document, work);
    const analysis = await analysisOf(uri);
    const shown = presentation();
    if (!analysis) return [];
    return (analysis.failure ? [analysis.failure] : analysis.findings).map((finding) => toDiagnostic(analysis, finding, shown));
  };
  /** Whatever fails on the way is one error: a text without a diagnostic looks correct. */
  const diagnosticsOf = async (uri: string, work: Work): Promise<Diagnostic[]> => {
    try {
      return await findingsOf(uri, work);
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      logError(connection, 'diagnostics', error);
      const unread = plainDocument(documents.get(uri)?.getText() ?? '');
      return [toDiagnostic({ uri, document: unread }, uncheckable(error), presentation())];
    }
  };

  connection.languages.diagnostics.on(
    guard(
      'diagnostic',
      { kind: DocumentDiagnosticReportKind.Full, items: [] as Diagnostic[] },
      async ({ textDocument }: DocumentDiagnosticParams, work) => ({
        kind: DocumentDiagnosticReportKind.Full,
        items: await diagnosticsOf(textDocument.uri, work),
      }),
    ),
  );

  const send = (uri: string, diagnostics: Diagnostic[], version?: number): void =>
    inBackground(
      connection,
      'publishDiagnostics',
      connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) }),
    );
  const publish = guard<TextDocument, void>('publishDiagnostics', undefined, async ({ uri, version }, work) => {
    const diagnostics = await diagnosticsOf(uri, work);
    // A later version is published by itself, and what was closed meanwhile has no diagnostics.
    if (documents.get(uri)?.version === version) send(uri, diagnostics, version);
  });
  const publishAll = (wanted: (uri: string) => boolean): void => {
    for (const document of documents.all()) if (wanted(document.uri)) publish(document);
  };
  const isAny = (): boolean => true;
  /** These documents may have other findings; a client that pulls is told of all of them at once. */
  const refresh = (wanted: (uri: string) => boolean): void => {
    if (!pulls(session.now())) publishAll(wanted);
    else if (session.now().client.workspace?.diagnostics?.refreshSupport)
      inBackground(connection, 'refresh', connection.languages.diagnostics.refresh());
  };
  changes.on('document', ({ document }) => {
    if (pulls(session.now())) return;
    publish(document);
    // Whether a waiver waives anything depends on the reports.
    publishAll(isWaiversFile);
  });
  changes.on('closed', ({ uri }) => {
    if (!pulls(session.now())) send(uri, []);
  });
  changes.on('project', () => refresh(isAny));
  changes.on('options', () => refresh(isAny));
  changes.on('reports', ({ outdated }) => {
    if (outdated.size > 0) refresh((uri) => outdated.has(uri));
  });
}
