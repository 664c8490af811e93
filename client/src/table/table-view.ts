/** The table view: one panel beside the editor that follows the report in it, and the way between its cells and the text. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type DocumentStatus,
  type NumberCell,
  TABLES,
  type TablesAnswer,
  type TablesParams,
  WRITE_CELL,
  type WriteCellAnswer,
  type WriteCellParams,
} from '../../../server/src/lsp/protocol.ts';
import type { Lifecycle } from '../lifecycle.ts';
import type { FromPage, PageState, ToPage } from './page-messages.ts';
import { tablePage } from './table-page.ts';
import { change, cursorIn, inText, saveBeside, select, toRange } from './table-text.ts';

const VIEW = 'disclosureReport.tables';

export interface TableView extends vscode.Disposable {
  /** The server has checked a document. */
  heard(news: DocumentStatus): void;
}

/** What is shown: a document, and which of its reports; `null` for the one at the cursor. */
interface Subject {
  readonly uri: vscode.Uri;
  readonly report: number | null;
}

export function registerTableView(context: vscode.ExtensionContext, server: Lifecycle<BaseLanguageClient>): TableView {
  const reports = new Set<string>();
  let panel: vscode.WebviewPanel | null = null;
  let subject: Subject | null = null;
  let answer: TablesAnswer | null = null;
  let running = false;
  let again = false;
  /** The page listens: what is said to one that is hidden, or still being loaded, is lost. */
  let listening = false;
  /** What a command asked for before the page was there. */
  let waiting: ToPage[] = [];

  const post = (message: ToPage): void => {
    if (listening) void panel?.webview.postMessage(message);
  };
  const ask = async <Answer>(method: string, params: object): Promise<Answer | undefined> => {
    try {
      return await (await server.ensure())?.sendRequest<Answer>(method, params);
    } catch {
      // The server is being restarted, and will say by itself when it knows the document again.
      return undefined;
    }
  };

  const load = async (): Promise<void> => {
    const asked = subject;
    if (!panel || !asked) return;
    const params: TablesParams = { uri: asked.uri.toString(), report: asked.report ?? 0 };
    const found = await ask<TablesAnswer | null>(TABLES, params);
    if (subject !== asked || found === undefined) return;
    answer = found;
    const at = asked.report === null ? reportAt(cursorIn(asked.uri)) : null;
    if (found && at !== null && at !== found.report) return show(asked.uri, at);
    const unit = found?.reports[found.report];
    panel.title = unit ? vscode.l10n.t('Tables: {0}', [unit.unit, unit.year].filter(Boolean).join(' ')) : vscode.l10n.t('Tables');
    post(found ? { type: 'tables', tables: found } : { type: 'nothing' });
    mark(cursorIn(asked.uri));
    if (listening) for (const message of waiting.splice(0)) post(message);
  };
  // Answers come one after the other; what changes meanwhile is asked for once more.
  const refresh = async (): Promise<void> => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        await load();
      }
    } finally {
      running = false;
    }
  };
  const show = (uri: vscode.Uri, report: number | null): void => {
    if (subject?.uri.toString() !== uri.toString() || subject.report !== report) subject = { uri, report };
    void refresh();
  };
  const isShown = (uri: vscode.Uri): boolean => subject?.uri.toString() === uri.toString();

  const updateContext = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    // With the view in front, the report that it shows is still the one that commands are about.
    const isReport = uri ? reports.has(uri) : panel?.active === true;
    void vscode.commands.executeCommand('setContext', 'disclosureReport.isReport', isReport);
  };
  const follow = (editor: vscode.TextEditor | undefined): void => {
    updateContext();
    if (!panel || !editor || !reports.has(editor.document.uri.toString())) return;
    if (!isShown(editor.document.uri)) show(editor.document.uri, null);
  };

  const adopt = (adopted: vscode.WebviewPanel): void => {
    panel = adopted;
    listening = false;
    adopted.webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, 'dist')] };
    adopted.webview.onDidReceiveMessage((message: FromPage) => receive(message));
    adopted.onDidChangeViewState(() => {
      listening &&= adopted.visible;
      updateContext();
    });
    adopted.onDidDispose(() => {
      panel = null;
      subject = null;
      answer = null;
      updateContext();
    });
    adopted.webview.html = tablePage(context, adopted.webview);
  };

  const receive = async (message: FromPage): Promise<void> => {
    switch (message.type) {
      case 'ready':
        listening = true;
        return refresh();
      case 'report':
        return subject ? show(subject.uri, message.report) : undefined;
      case 'reveal':
        return reveal(message.key, message.focus);
      case 'write':
        return post(await write(message));
      case 'undo':
      case 'redo':
        if (!subject) return;
        await inText(subject.uri, message.type);
        return panel?.reveal();
      case 'save':
        return subject ? saveBeside(subject.uri, message.html) : undefined;
    }
  };

  const write = async ({ uri, version, report, key, value }: WriteCellParams): Promise<ToPage> => {
    const refused = (reason: string): ToPage => ({ type: 'refused', key, reason });
    const params: WriteCellParams = { uri, version, report, key, value };
    const written = await ask<WriteCellAnswer>(WRITE_CELL, params);
    if (written?.kind === 'refused') return refused(written.reason);
    const done = written?.kind === 'edits' && (await change(vscode.Uri.parse(uri), version, written.edits));
    return done ? { type: 'written', key } : refused(vscode.l10n.t('The report has changed meanwhile: nothing was written.'));
  };

  const reveal = async (key: string, focus: 'table' | 'text'): Promise<void> => {
    const place = cellsOf(answer).find((cell) => cell.key === key)?.range;
    if (place && subject) await select(subject.uri, toRange(place), focus);
  };

  const reportAt = (cursor: vscode.Position | null): number | null => {
    const found = answer?.reports.findIndex(({ range }) => cursor && toRange(range).contains(cursor)) ?? -1;
    return found >= 0 ? found : null;
  };
  const mark = (cursor: vscode.Position | null): void => {
    const cell = cellsOf(answer).find(({ range }) => range && cursor && toRange(range).contains(cursor));
    post({ type: 'mark', key: cell?.key ?? null });
  };
  /** The cell at the cursor is marked; in a file of several reports, the one at the cursor is shown. */
  const moved = ({ textEditor: { document }, selections }: vscode.TextEditorSelectionChangeEvent): void => {
    const cursor = selections[0]?.active ?? null;
    if (!answer || !isShown(document.uri)) return;
    const report = reportAt(cursor);
    if (report === null || report === answer.report) mark(cursor);
    else show(document.uri, report);
  };

  const open = async (uri: unknown, requests: readonly ToPage[], report: unknown): Promise<void> => {
    const wanted = uriOf(uri) ?? vscode.window.activeTextEditor?.document.uri ?? subject?.uri;
    if (!wanted) return;
    // The server knows open documents only.
    await vscode.workspace.openTextDocument(wanted);
    waiting = [...requests];
    if (panel) panel.reveal(undefined, true);
    else
      adopt(vscode.window.createWebviewPanel(VIEW, vscode.l10n.t('Tables'), { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }));
    const chosen = isShown(wanted) ? (subject?.report ?? null) : null;
    show(wanted, typeof report === 'number' ? report : chosen);
  };
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    'disclosureReport.showTable': (uri?: unknown, table?: unknown, report?: unknown) =>
      open(uri, typeof table === 'string' ? [{ type: 'show', table }] : [], report),
    'disclosureReport.compareYears': (uri?: unknown, report?: unknown) => open(uri, [{ type: 'compare' }], report),
  };

  const registered = vscode.Disposable.from(
    ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeTextEditorSelection(moved),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isShown(document.uri)) void refresh();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      reports.delete(uri.toString());
      if (isShown(uri)) void refresh();
    }),
    vscode.window.registerWebviewPanelSerializer(VIEW, {
      async deserializeWebviewPanel(restored, state: PageState | undefined) {
        adopt(restored);
        const uri = uriOf(state?.uri);
        if (uri)
          await vscode.workspace.openTextDocument(uri).then(
            () => show(uri, state?.report ?? 0),
            () => post({ type: 'nothing' }),
          );
      },
    }),
  );
  return {
    heard({ uri, reports: found }) {
      if (found.length > 0) reports.add(uri);
      else reports.delete(uri);
      follow(vscode.window.activeTextEditor);
      if (subject && uri === subject.uri.toString() && panel) void refresh();
    },
    dispose() {
      registered.dispose();
      panel?.dispose();
    },
  };
}

const uriOf = (uri: unknown): vscode.Uri | null =>
  uri instanceof vscode.Uri ? uri : typeof uri === 'string' ? vscode.Uri.parse(uri) : null;

const cellsOf = (answer: TablesAnswer | null): NumberCell[] =>
  (answer?.tables ?? []).flatMap(({ blocks }) =>
    blocks.flatMap(({ body }) => body.flatMap((row) => row.filter((cell) => cell.kind === 'number'))),
  );
