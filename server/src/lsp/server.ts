/** The language server: what it offers, and which feature answers which request. All that is outside is injected. */
import {
  type CodeAction,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentSymbol,
  type ExecuteCommandParams,
  type InitializeResult,
  type SymbolInformation,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createCatalogue, digestsOf, joinFixes, lexiconOf, matches, parse, recomputeReport } from '../core/index.ts';
import { offerDiagnostics } from './diagnose/diagnostics.ts';
import { statusOf } from './diagnose/document-status.ts';
import { type Analysis, createAnalyses } from './diagnose/documents.ts';
import { createProjectFiles, isProjectFile, type ReadFile } from './diagnose/project-files.ts';
import { createWorkspaceCheck } from './diagnose/workspace-check.ts';
import { createGuard, inBackground, logError } from './guard.ts';
import {
  FIND_REPORTS,
  PROJECT_FILES,
  READ_FILE,
  RECOMPUTE_COMMAND,
  REPORT_FILES,
  type RecomputeAnswer,
  type ServerOptions,
  STATUS,
  WAIVE_COMMAND,
  type WaiveAnswer,
  type WaiveParams,
} from './protocol.ts';
import { documentSymbols, flat } from './reading/document-symbols.ts';
import { offerReading, READING_CAPABILITIES, refreshReading } from './reading/offer-reading.ts';
import { presentationOf, pulls, type Session } from './session.ts';
import { offerTableview } from './tables/offer-tables.ts';
import { type Presentation, toWorkspaceEdit } from './to-protocol.ts';
import { toPlace } from './uris.ts';
import { createNews, offerWorkspace } from './workspace/offer-workspace.ts';
import { createLibrary } from './workspace/workspace-library.ts';
import { CODE_ACTION_KINDS, codeActions } from './writing/code-actions.ts';
import { offerWriting, registerFormatting } from './writing/offer-writing.ts';
import { waive, waiveActions } from './writing/waive-actions.ts';

/** What the server cannot know by itself. */
export interface Runtime {
  readonly version: string;
  /** Where rule pages stand when the client names no place of its own. */
  readonly rulePage: (rule: string) => string;
  /** Reads files for clients that do not; nothing outside the open documents is known without it. */
  readonly readFile?: ReadFile;
  /** Another reader than the core's, to see what becomes of one that fails. */
  readonly parse?: typeof parse;
}

export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);
  const read = runtime.parse ?? parse;
  const guard = createGuard(connection);
  let session: Session = { client: {}, locale: undefined, options: {} };

  const askClient: ReadFile = async (uri) => {
    const content = await connection.sendRequest<string | null>(READ_FILE, { uri });
    return content === null ? null : Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
  };
  const reader = (): ReadFile | null => (session.options.readsFiles ? askClient : (runtime.readFile ?? null));
  const files = createProjectFiles(() => documents.all(), reader);
  const catalogue = createCatalogue((glob, uri) => matches([glob], toPlace(uri)));
  const news = createNews(connection);
  const check = createWorkspaceCheck({
    catalogue,
    configurationOf: (uri) => files.configurationOf(uri),
    readFile: async (uri) => reader()?.(uri) ?? null,
    parse: read,
    isOpen: (uri) => documents.get(uri) !== undefined,
    presentation: () => presentation(),
    counted: news,
  });
  const library = createLibrary({
    catalogue,
    findReports: () => (session.options.findsReports && reader() ? (params) => connection.sendRequest(FIND_REPORTS, params) : null),
    readFile: async (uri) => reader()?.(uri) ?? null,
    parse: read,
    lexiconFor: async (uri) => lexiconOf((await files.configurationOf(uri)).settings),
    isOpen: (uri) => documents.get(uri) !== undefined,
    update: guard<string, void>('library', undefined, async (uri) => {
      const analysis = await analysisOf(uri);
      if (analysis) catalogue.put(uri, digestsOf(analysis.document, uri));
    }),
    wasRead: check.changed,
    failed(uri, error) {
      logError(connection, 'library', error);
      check.broken(uri);
    },
    settled: () => {
      news();
      check.wake();
      const outdated = analyses.outdated();
      if (outdated.size > 0)
        inBackground(
          connection,
          'refresh',
          Promise.all([diagnostics.refresh((uri) => outdated.has(uri)), refreshReading(connection, session)]),
        );
    },
    inBackground: (task) => inBackground(connection, 'library', task),
  });
  const watch = (globPattern: string): void => {
    if (!session.client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
    const watchers = [{ globPattern }];
    inBackground(connection, 'registerCapability', connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  };
  const begin = (): void => {
    if (library.begin() && session.options.findsReports) watch(REPORT_FILES);
  };
  const analyses = createAnalyses(
    catalogue,
    {
      judged(analysis) {
        inBackground(connection, STATUS, connection.sendNotification(STATUS, statusOf(analysis)));
        // Who opens other files only is spared the search.
        if (analysis.document.reports.length > 0) begin();
      },
      failed: (error) => logError(connection, 'check', error),
    },
    read,
  );
  const analysisOf = async (uri: string): Promise<Analysis | null> => {
    if (!documents.get(uri) || isProjectFile(uri)) return null;
    const configuration = await files.configurationOf(uri);
    // It may have been closed meanwhile.
    const document = documents.get(uri);
    return document ? analyses.of(document, configuration) : null;
  };
  const presentation = (): Presentation => presentationOf(session, runtime.rulePage);
  const diagnostics = offerDiagnostics({
    connection,
    guard,
    documents,
    files,
    catalogue,
    session: () => session,
    presentation,
    analysisOf,
  });
  offerWorkspace({ connection, guard, session: () => session, catalogue, check, begin, analysisOf });
  const languageOf = (uri: string): string | undefined => documents.get(uri)?.languageId;
  offerWriting({ connection, guard, session: () => session, presentation, catalogue, analysisOf, languageOf });
  offerTableview({ connection, guard, presentation, analysisOf });
  offerReading({ connection, guard, session: () => session, presentation, catalogue, analysisOf });

  connection.onInitialize((params): InitializeResult => {
    session = { client: params.capabilities, locale: params.locale, options: (params.initializationOptions as ServerOptions | null) ?? {} };
    return {
      serverInfo: { name: 'disclosure-report-lint', version: runtime.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
        documentSymbolProvider: true,
        completionProvider: {},
        ...READING_CAPABILITIES,
        ...(session.options.hasTableView ? { codeLensProvider: {} } : {}),
        executeCommandProvider: { commands: [RECOMPUTE_COMMAND, WAIVE_COMMAND] },
        ...(pulls(session)
          ? {
              diagnosticProvider: {
                identifier: 'disclosure-report',
                interFileDependencies: true,
                workspaceDiagnostics: session.options.workspaceDiagnostics !== undefined,
              },
            }
          : {}),
      },
    };
  });
  connection.onInitialized(() => {
    if (session.client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      const section = 'disclosureReport';
      inBackground(connection, 'registerCapability', connection.client.register(DidChangeConfigurationNotification.type, { section }));
    }
    watch(PROJECT_FILES);
    registerFormatting(connection, session);
  });
  const configure = async (pushed: ServerOptions | undefined): Promise<void> => {
    const { workspace } = session.client;
    const changed: ServerOptions | null | undefined = workspace?.configuration
      ? await connection.workspace.getConfiguration('disclosureReport')
      : pushed;
    session = { ...session, options: { ...session.options, ...changed } };
    check.wake();
    await Promise.all([diagnostics.refresh(), refreshReading(connection, session)]);
  };
  connection.onDidChangeConfiguration(({ settings }: { settings: { disclosureReport?: ServerOptions } | null }) => {
    inBackground(connection, 'configuration', configure(settings?.disclosureReport));
  });

  documents.onDidChangeContent(({ document }) => {
    diagnostics.changed(document);
    if (!isProjectFile(document.uri)) library.changed(document.uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const reports = changes.filter(({ uri }) => !isProjectFile(uri));
    if (reports.length < changes.length) {
      diagnostics.projectChanged();
      library.readAgain();
      check.wake();
    }
    library.watched(reports);
  });
  documents.onDidClose(({ document: { uri } }) => {
    analyses.drop(uri);
    diagnostics.closed(uri);
    if (!isProjectFile(uri)) library.closed(uri);
  });

  connection.onCodeAction(
    guard('codeAction', [] as CodeAction[], async (params) => {
      const analysis = await analysisOf(params.textDocument.uri);
      if (!analysis) return [];
      const shown = presentation();
      return [...codeActions(analysis, params, shown), ...(session.options.asksToWaive ? waiveActions(analysis, params, shown) : [])];
    }),
  );
  connection.onDocumentSymbol(
    guard('documentSymbol', [] as DocumentSymbol[] | SymbolInformation[], async ({ textDocument: { uri } }) => {
      const analysis = await analysisOf(uri);
      if (!analysis) return [];
      const symbols = documentSymbols(analysis, presentation());
      return session.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ? symbols : flat(symbols, uri);
    }),
  );
  const recompute = async (uri: unknown): Promise<RecomputeAnswer | null> => {
    const analysis = typeof uri === 'string' ? await analysisOf(uri) : null;
    if (!analysis || analysis.document.reports.length === 0) return null;
    const fixes = analysis.document.reports.flatMap((report) => recomputeReport(report) ?? []);
    const edits = joinFixes(fixes);
    if (edits.length > 0)
      inBackground(connection, 'applyEdit', connection.workspace.applyEdit(toWorkspaceEdit(analysis, edits, presentation())));
    return { changes: edits.length, breaks: fixes.reduce((sum, { breaks }) => sum + breaks, 0) };
  };
  const writeWaiver = async (params: WaiveParams | undefined, reason: unknown): Promise<WaiveAnswer | null> => {
    const analysis = typeof params?.uri === 'string' && typeof reason === 'string' ? await analysisOf(params.uri) : null;
    return analysis && params ? waive(connection, analysis, params, String(reason), files, documents.all()) : null;
  };
  connection.onExecuteCommand(
    guard(
      'executeCommand',
      null as RecomputeAnswer | WaiveAnswer | null,
      async ({ command, arguments: [first, second] = [] }: ExecuteCommandParams) => {
        if (command === RECOMPUTE_COMMAND) return recompute(first);
        return command === WAIVE_COMMAND ? writeWaiver(first as WaiveParams | undefined, second) : null;
      },
    ),
  );

  documents.listen(connection);
  connection.listen();
}
