/** The extension: waits for the first report, then starts the server, and stays out of the way until then. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { DIAGNOSTIC_SOURCE, type DocumentStatus, mayBeReport, type ServerOptions, STATUS } from '../../server/src/lsp/protocol.ts';
import { registerCommands } from './commands.ts';
import { isEligible, LANGUAGE, SELECTOR } from './detection.ts';
import { registerPages, rulePages } from './pages.ts';
import { createStatus } from './status.ts';

export type ClientFactory = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

export function start(context: vscode.ExtensionContext, create: ClientFactory): void {
  const log = vscode.window.createOutputChannel('Disclosure Report Lint', { log: true });
  const status = createStatus(SELECTOR);
  let client: Promise<BaseLanguageClient | null> | null = null;

  const launch = async (): Promise<BaseLanguageClient | null> => {
    try {
      const started = await create(clientOptions(context, log));
      started.onNotification(STATUS, (news: DocumentStatus) => status.show(news));
      await started.start();
      return started;
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      return null;
    }
  };
  const ensure = (): Promise<BaseLanguageClient | null> => (client ??= launch());
  const consider = (document: vscode.TextDocument): void => {
    if (client || !isEligible(document)) return;
    if (document.languageId === LANGUAGE || mayBeReport(document.getText())) {
      waiting.dispose();
      void ensure();
    }
  };
  // A document can become a report while it is written: what is typed or pasted is looked at, not the whole text.
  const waiting = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.some(({ text }) => text.length > 0 && /[\u4e00-\u9fff]/.test(text))) consider(document);
    }),
  );

  context.subscriptions.push(
    log,
    status,
    waiting,
    registerPages(context),
    registerCommands(context, {
      log,
      client: () => client ?? Promise.resolve(null),
      async restart() {
        const running = await client;
        await running?.stop();
        client = null;
        await ensure();
      },
    }),
    { dispose: () => void client?.then((running) => running?.stop()) },
  );
  for (const document of vscode.workspace.textDocuments) consider(document);
}

function clientOptions(context: vscode.ExtensionContext, outputChannel: vscode.LogOutputChannel): LanguageClientOptions {
  const messages = vscode.workspace.getConfiguration('disclosureReport').get<ServerOptions['messages']>('messages');
  const options: ServerOptions = { ...(messages ? { messages } : {}), rulePages: rulePages(context) };
  return {
    documentSelector: SELECTOR,
    initializationOptions: options,
    outputChannel,
    diagnosticCollectionName: DIAGNOSTIC_SOURCE,
    // Every missing key means "no".
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
  };
}
