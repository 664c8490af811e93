/** Diagnostics, pulled or pushed (never both), and anew whenever something has changed that they depend on. */
import { type Connection, type Diagnostic, DocumentDiagnosticReportKind, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Catalogue, plainDocument, uncheckable } from '../../core/index.ts';
import { type Guard, inBackground, logError } from '../guard.ts';
import { pulls, type Session } from '../session.ts';
import { type Presentation, toDiagnostic } from '../to-protocol.ts';
import type { Analysis } from './documents.ts';
import { projectDiagnostics } from './project-diagnostics.ts';
import { isProjectFile, isWaiversFile, type ProjectFiles } from './project-files.ts';

export interface Outside {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly documents: TextDocuments<TextDocument>;
  readonly files: ProjectFiles;
  readonly catalogue: Catalogue;
  readonly session: () => Session;
  readonly presentation: () => Presentation;
  readonly analysisOf: (uri: string) => Promise<Analysis | null>;
}

export interface Diagnostics {
  /** A document was opened or has changed. */
  changed(document: TextDocument): void;
  closed(uri: string): void;
  /** The project’s files have changed. */
  projectChanged(): void;
  /** These documents may have other findings; all of them unless told, and for a client that pulls. */
  refresh(wanted?: (uri: string) => boolean): Promise<void>;
}

export function offerDiagnostics(outside: Outside): Diagnostics {
  const { connection, guard, documents, files, catalogue, session, presentation, analysisOf } = outside;
  const findingsOf = async (uri: string): Promise<Diagnostic[]> => {
    const document = documents.get(uri);
    if (document && isProjectFile(uri)) return projectDiagnostics(document, files, catalogue, presentation());
    const analysis = await analysisOf(uri);
    const shown = presentation();
    if (!analysis) return [];
    return (analysis.failure ? [analysis.failure] : analysis.findings).map((finding) => toDiagnostic(analysis, finding, shown));
  };
  /** Whatever fails on the way is one error: a text without a diagnostic looks correct. */
  const diagnosticsOf = async (uri: string): Promise<Diagnostic[]> => {
    try {
      return await findingsOf(uri);
    } catch (error) {
      logError(connection, 'diagnostics', error);
      const unread = plainDocument(documents.get(uri)?.getText() ?? '');
      return [toDiagnostic({ uri, document: unread }, uncheckable(error), presentation())];
    }
  };
  const send = (uri: string, diagnostics: Diagnostic[], version?: number): void =>
    inBackground(
      connection,
      'publishDiagnostics',
      connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) }),
    );
  const publish = guard<TextDocument, void>('publishDiagnostics', undefined, async ({ uri, version }) => {
    const diagnostics = await diagnosticsOf(uri);
    // A later version is published by itself, and what was closed meanwhile has no diagnostics.
    if (documents.get(uri)?.version === version) send(uri, diagnostics, version);
  });
  const publishAll = (wanted: (uri: string) => boolean): void => {
    for (const document of documents.all()) if (wanted(document.uri)) publish(document);
  };
  const refresh = async (wanted: (uri: string) => boolean = () => true): Promise<void> => {
    if (!pulls(session())) publishAll(wanted);
    else if (session().client.workspace?.diagnostics?.refreshSupport) await connection.languages.diagnostics.refresh();
  };
  const projectChanged = (): void => {
    files.forget();
    inBackground(connection, 'refresh', refresh());
  };

  connection.languages.diagnostics.on(
    guard(
      'diagnostic',
      { kind: DocumentDiagnosticReportKind.Full, items: [] as Diagnostic[] },
      async ({ textDocument }: { textDocument: { uri: string } }) => ({
        kind: DocumentDiagnosticReportKind.Full,
        items: await diagnosticsOf(textDocument.uri),
      }),
    ),
  );

  return {
    refresh,
    projectChanged,
    changed(document) {
      if (isProjectFile(document.uri)) projectChanged();
      else if (!pulls(session())) {
        publish(document);
        // Whether a waiver waives anything depends on the reports.
        publishAll(isWaiversFile);
      }
    },
    closed(uri) {
      if (!pulls(session())) send(uri, []);
      // What was typed and not saved counts no longer.
      if (isProjectFile(uri)) projectChanged();
    },
  };
}
