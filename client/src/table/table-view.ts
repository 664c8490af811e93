/** The table view: opened by commands, restored with the window, and turned to the report in the editor. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentStatus } from '../../../server/src/lsp/protocol.ts';
import type { Lifecycle } from '../lifecycle.ts';
import type { PageState, ToPage } from './page-messages.ts';
import { createPanel, VIEW } from './table-panel.ts';
import { createTableSession } from './table-session.ts';

const uriOf = (uri: unknown): vscode.Uri | null =>
  uri instanceof vscode.Uri ? uri : typeof uri === 'string' ? vscode.Uri.parse(uri) : null;

/** `checked`: the server has checked a document. */
export function registerTableView(
  context: vscode.ExtensionContext,
  server: Lifecycle<BaseLanguageClient>,
  checked: vscode.Event<DocumentStatus>,
): vscode.Disposable {
  const reports = new Set<string>();
  const panel = createPanel(context);
  const session = createTableSession(panel, server);

  const updateContext = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    // With the view in front, the report that it shows is still the one that commands are about.
    const isReport = uri ? reports.has(uri) : panel.isActive();
    void vscode.commands.executeCommand('setContext', 'disclosureReport.isReport', isReport);
  };
  const follow = (editor: vscode.TextEditor | undefined): void => {
    updateContext();
    const uri = editor?.document.uri;
    if (panel.isOpen() && uri && reports.has(uri.toString()) && !session.isOf(uri)) session.show({ uri, report: null });
  };
  const refreshIfShown = (uri: vscode.Uri | string): void => {
    if (session.isOf(uri)) session.refresh();
  };

  const open = async (uri: unknown, requests: readonly ToPage[], report: unknown): Promise<void> => {
    const shown = session.subject();
    const wanted = uriOf(uri) ?? vscode.window.activeTextEditor?.document.uri ?? shown?.uri;
    if (!wanted) return;
    // The server knows open documents only.
    await vscode.workspace.openTextDocument(wanted);
    panel.open();
    const chosen = session.isOf(wanted) ? (session.subject()?.report ?? null) : null;
    session.show({ uri: wanted, report: typeof report === 'number' ? report : chosen }, requests);
  };
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    'disclosureReport.showTable': (uri?: unknown, table?: unknown, report?: unknown) =>
      open(uri, typeof table === 'string' ? [{ type: 'show', table }] : [], report),
    'disclosureReport.compareYears': (uri?: unknown, report?: unknown) => open(uri, [{ type: 'compare' }], report),
  };

  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)),
    panel.onSaid((message) => session.receive(message)),
    panel.onStirred(() => {
      if (!panel.isOpen()) session.end();
      updateContext();
    }),
    checked(({ uri, reports: found }) => {
      if (found.length > 0) reports.add(uri);
      else reports.delete(uri);
      follow(vscode.window.activeTextEditor);
      if (panel.isOpen()) refreshIfShown(uri);
    }),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections }) =>
      session.follow(document.uri, selections[0]?.active ?? null),
    ),
    vscode.workspace.onDidChangeTextDocument(({ document }) => refreshIfShown(document.uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      reports.delete(uri.toString());
      refreshIfShown(uri);
    }),
    vscode.window.registerWebviewPanelSerializer(VIEW, {
      async deserializeWebviewPanel(restored, state: PageState | undefined) {
        panel.restore(restored);
        const uri = uriOf(state?.uri);
        if (uri)
          await vscode.workspace.openTextDocument(uri).then(
            () => session.show({ uri, report: state?.report ?? 0 }),
            () => panel.say({ type: 'nothing' }),
          );
      },
    }),
    panel,
  );
}
