/** The language server: what it offers, and which feature answers which request. All that is outside is injected. */
import {
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type ExecuteCommandParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createCatalogue, digestsOf, joinFixes, type parse, recomputeReport } from '../core/index.ts';
import { CODE_ACTION_KINDS, codeActions } from './code-actions.ts';
import { type Presentation, toDiagnostic, toWorkspaceEdit } from './convert.ts';
import { documentSymbols, flat } from './document-symbols.ts';
import { type Analysis, createAnalyses } from './documents.ts';
import { createGuard, inBackground } from './guard.ts';
import { createLibrary } from './library.ts';
import { FIND_REPORTS, READ_FILE, RECOMPUTE_COMMAND, REPORT_FILES, type RecomputeAnswer, type ServerOptions, STATUS } from './protocol.ts';
import { presentationOf, pulls, type Session } from './settings.ts';
import { statusOf } from './status.ts';

/** What the server cannot know by itself. */
export interface Runtime {
  readonly version: string;
  /** Where rule pages stand when the client names no place of its own. */
  readonly rulePage: (rule: string) => string;
  /** Another reader than the core's, to see what becomes of one that fails. */
  readonly parse?: typeof parse;
}

export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);
  const guard = createGuard(connection);
  let session: Session = { client: {}, locale: undefined, options: {} };

  const askClient = async (uri: string): Promise<Uint8Array | null> => {
    const content = await connection.sendRequest<string | null>(READ_FILE, { uri });
    return content === null ? null : Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
  };
  const catalogue = createCatalogue();
  const library = createLibrary({
    catalogue,
    findReports: () =>
      session.options.findsReports && session.options.readsFiles ? (params) => connection.sendRequest(FIND_REPORTS, params) : null,
    readFile: askClient,
    isOpen: (uri) => documents.get(uri) !== undefined,
    update: guard<string, void>('library', undefined, (uri) => {
      const analysis = analysisOf(uri);
      if (analysis) catalogue.put(uri, digestsOf(analysis.document, uri));
    }),
    settled: () => {
      const outdated = analyses.outdated();
      const changed = documents.all().filter(({ uri }) => outdated.has(uri));
      if (changed.length > 0) inBackground(connection, 'refresh', refresh(changed));
    },
    inBackground: (task) => inBackground(connection, 'library', task),
  });
  const watchReports = (): void => {
    if (!session.options.findsReports || !session.client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
    const watchers = [{ globPattern: REPORT_FILES }];
    inBackground(connection, 'registerCapability', connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  };
  const analyses = createAnalyses(
    catalogue,
    (analysis) => {
      inBackground(connection, STATUS, connection.sendNotification(STATUS, statusOf(analysis)));
      // Who opens other files only is spared the search.
      if (analysis.document.reports.length > 0 && library.begin()) watchReports();
    },
    runtime.parse,
  );
  const analysisOf = (uri: string): Analysis | null => {
    const document = documents.get(uri);
    return document ? analyses.of(document) : null;
  };
  const presentation = (): Presentation => presentationOf(session, runtime.rulePage);
  const diagnosticsOf = (analysis: Analysis | null): Diagnostic[] => {
    const shown = presentation();
    return analysis?.findings.map((finding) => toDiagnostic(analysis, finding, shown)) ?? [];
  };
  const publish = guard<TextDocument, void>('publishDiagnostics', undefined, (document) => {
    const diagnostics = diagnosticsOf(analyses.of(document));
    inBackground(
      connection,
      'publishDiagnostics',
      connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics }),
    );
  });

  /** These documents may have other findings, or, for a client that pulls, any. */
  const refresh = async (changed: readonly TextDocument[]): Promise<void> => {
    if (!pulls(session)) for (const document of changed) publish(document);
    else if (session.client.workspace?.diagnostics?.refreshSupport) await connection.languages.diagnostics.refresh();
  };

  connection.onInitialize((params): InitializeResult => {
    session = { client: params.capabilities, locale: params.locale, options: (params.initializationOptions as ServerOptions | null) ?? {} };
    return {
      serverInfo: { name: 'disclosure-report-lint', version: runtime.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
        documentSymbolProvider: true,
        executeCommandProvider: { commands: [RECOMPUTE_COMMAND] },
        ...(pulls(session)
          ? { diagnosticProvider: { identifier: 'disclosure-report', interFileDependencies: true, workspaceDiagnostics: false } }
          : {}),
      },
    };
  });
  connection.onInitialized(() => {
    if (!session.client.workspace?.didChangeConfiguration?.dynamicRegistration) return;
    inBackground(
      connection,
      'registerCapability',
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'disclosureReport' }),
    );
  });
  const configure = async (pushed: ServerOptions | undefined): Promise<void> => {
    const { workspace } = session.client;
    const changed: ServerOptions | null | undefined = workspace?.configuration
      ? await connection.workspace.getConfiguration('disclosureReport')
      : pushed;
    session = { ...session, options: { ...session.options, ...changed } };
    await refresh(documents.all());
  };
  connection.onDidChangeConfiguration(({ settings }: { settings: { disclosureReport?: ServerOptions } | null }) => {
    inBackground(connection, 'configuration', configure(settings?.disclosureReport));
  });

  documents.onDidChangeContent(({ document }) => {
    if (!pulls(session)) publish(document);
    library.changed(document.uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => library.watched(changes));
  documents.onDidClose(({ document: { uri } }) => {
    analyses.drop(uri);
    library.closed(uri);
    if (!pulls(session)) inBackground(connection, 'publishDiagnostics', connection.sendDiagnostics({ uri, diagnostics: [] }));
  });

  connection.languages.diagnostics.on(
    guard(
      'diagnostic',
      { kind: DocumentDiagnosticReportKind.Full, items: [] as Diagnostic[] },
      ({ textDocument }: { textDocument: { uri: string } }) => ({
        kind: DocumentDiagnosticReportKind.Full,
        items: diagnosticsOf(analysisOf(textDocument.uri)),
      }),
    ),
  );
  connection.onCodeAction(
    guard('codeAction', [], (params) => {
      const analysis = analysisOf(params.textDocument.uri);
      return analysis ? codeActions(analysis, params, presentation()) : [];
    }),
  );
  connection.onDocumentSymbol(
    guard('documentSymbol', [], ({ textDocument: { uri } }) => {
      const analysis = analysisOf(uri);
      if (!analysis) return [];
      const symbols = documentSymbols(analysis, presentation());
      return session.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ? symbols : flat(symbols, uri);
    }),
  );
  connection.onExecuteCommand(
    guard('executeCommand', null, ({ command, arguments: [uri] = [] }: ExecuteCommandParams): RecomputeAnswer | null => {
      const analysis = command === RECOMPUTE_COMMAND && typeof uri === 'string' ? analysisOf(uri) : null;
      if (!analysis || analysis.document.reports.length === 0) return null;
      const fixes = analysis.document.reports.flatMap((report) => recomputeReport(report) ?? []);
      const edits = joinFixes(fixes);
      if (edits.length > 0)
        inBackground(connection, 'applyEdit', connection.workspace.applyEdit(toWorkspaceEdit(analysis, edits, presentation())));
      return { changes: edits.length, breaks: fixes.reduce((sum, { breaks }) => sum + breaks, 0) };
    }),
  );

  documents.listen(connection);
  connection.listen();
}
