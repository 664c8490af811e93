/** The extension: waits for the first report, then starts the server, and stays out of the way until then. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import {
  DIAGNOSTIC_SOURCE,
  type DocumentStatus,
  FIND_REPORTS,
  READ_FILE,
  REPORTS_CHANGED,
  type ServerOptions,
  STATUS,
} from '../../server/src/lsp/protocol.ts';
import { registerCommands } from './commands.ts';
import { registerBinary } from './first-contact/binary.ts';
import { becameCandidate, isCandidate, isProjectFile, PROJECT_SELECTOR, SELECTOR } from './first-contact/detection.ts';
import { registerEncoding } from './first-contact/encoding.ts';
import { createLifecycle } from './lifecycle.ts';
import { registerPages, rulePages } from './pages.ts';
import { registerPaste } from './paste-provider.ts';
import { findReports } from './reports/find-reports.ts';
import { readFile } from './reports/read-files.ts';
import { registerReportsView } from './reports/reports-view.ts';
import { registerStatus } from './status-item.ts';
import { registerTableView } from './table/table-view.ts';

/** The view of the reports is shown once there is one. */
const HAS_REPORTS = 'disclosureReport.hasReports';

type ClientFactory = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

function clientOptions(context: vscode.ExtensionContext, outputChannel: vscode.LogOutputChannel): LanguageClientOptions {
  const configuration = vscode.workspace.getConfiguration('disclosureReport');
  const messages = configuration.get<ServerOptions['messages']>('messages');
  const inlayHints = configuration.get<ServerOptions['inlayHints']>('inlayHints');
  const options: ServerOptions = {
    ...(messages ? { messages } : {}),
    ...(inlayHints ? { inlayHints } : {}),
    rulePages: rulePages(context),
    readsFiles: true,
    findsReports: true,
    asksToWaive: true,
    hasTableView: true,
    workspaceDiagnostics: configuration.get('workspaceDiagnostics', true),
  };
  return {
    documentSelector: [...SELECTOR, ...PROJECT_SELECTOR],
    initializationOptions: options,
    outputChannel,
    diagnosticCollectionName: DIAGNOSTIC_SOURCE,
    // Every missing key means "no".
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
  };
}

const needsServer = (document: vscode.TextDocument): boolean => isCandidate(document) || isProjectFile(document);

/** Calls once: with the first document that is a report or a file of a project, or becomes one. */
function onFirstReport(begin: () => void): vscode.Disposable {
  const listeners: vscode.Disposable[] = [];
  const stop = (): void => {
    for (const listener of listeners.splice(0)) listener.dispose();
  };
  const go = (): void => {
    stop();
    begin();
  };
  listeners.push(
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (needsServer(document)) go();
    }),
    // A document can become a report while it is written.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (becameCandidate(document, contentChanges)) go();
    }),
  );
  if (vscode.workspace.textDocuments.some(needsServer)) go();
  return { dispose: stop };
}

export function start(context: vscode.ExtensionContext, create: ClientFactory): void {
  const log = vscode.window.createOutputChannel('Disclosure Report Lint', { log: true });
  const checked = new vscode.EventEmitter<DocumentStatus>();
  const reportsChanged = new vscode.EventEmitter<void>();
  const launch = async (): Promise<BaseLanguageClient> => {
    const client = await create(clientOptions(context, log));
    client.onRequest(READ_FILE, readFile);
    client.onRequest(FIND_REPORTS, findReports);
    client.onNotification(REPORTS_CHANGED, () => reportsChanged.fire());
    client.onNotification(STATUS, (news: DocumentStatus) => checked.fire(news));
    await client.start();
    return client;
  };
  const server = createLifecycle(launch, (error) => log.error(error instanceof Error ? error : String(error)));

  context.subscriptions.push(
    log,
    registerStatus(SELECTOR, checked.event),
    registerTableView(context, server, checked.event),
    registerReportsView(server, reportsChanged.event),
    checked.event(({ reports }) => {
      if (reports.length > 0) void vscode.commands.executeCommand('setContext', HAS_REPORTS, true);
    }),
    registerEncoding(SELECTOR),
    registerBinary(),
    registerPaste(SELECTOR, server),
    registerPages(context),
    registerCommands(context, { log, server }),
    checked,
    reportsChanged,
    { dispose: () => void server.stop() },
    onFirstReport(() => void server.ensure()),
  );
}
