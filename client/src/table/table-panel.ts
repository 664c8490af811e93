/** The panel of the table view: one beside the editor, whose page hears only what is said while it is seen. */
import * as vscode from 'vscode';
import type { FromPage, ToPage } from './page-messages.ts';
import { tablePage } from './table-page.ts';

export const VIEW = 'disclosureReport.tables';

export interface Panel extends vscode.Disposable {
  /** What the page says; first that it listens. */
  readonly onSaid: vscode.Event<FromPage>;
  /** It has come to the front, or is there no longer. */
  readonly onStirred: vscode.Event<void>;
  isOpen(): boolean;
  isActive(): boolean;
  /** What is said to a page that is hidden, or still being loaded, is lost. */
  isListening(): boolean;
  say(message: ToPage): void;
  name(title: string): void;
  /** Shows it beside the text, which keeps the keyboard. */
  open(): void;
  /** Takes over the one that was there before the window was loaded again. */
  restore(restored: vscode.WebviewPanel): void;
  /** Gives it the keyboard. */
  focus(): void;
}

export function createPanel(context: vscode.ExtensionContext): Panel {
  const said = new vscode.EventEmitter<FromPage>();
  const stirred = new vscode.EventEmitter<void>();
  let panel: vscode.WebviewPanel | null = null;
  let listening = false;

  const adopt = (adopted: vscode.WebviewPanel): void => {
    panel = adopted;
    listening = false;
    adopted.webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, 'dist')] };
    adopted.webview.onDidReceiveMessage((message: FromPage) => {
      if (message.type === 'ready') listening = true;
      said.fire(message);
    });
    adopted.onDidChangeViewState(() => {
      listening &&= adopted.visible;
      stirred.fire();
    });
    adopted.onDidDispose(() => {
      panel = null;
      stirred.fire();
    });
    adopted.webview.html = tablePage(context, adopted.webview);
  };

  return {
    onSaid: said.event,
    onStirred: stirred.event,
    isOpen: () => panel !== null,
    isActive: () => panel?.active === true,
    isListening: () => panel !== null && listening,
    say(message) {
      if (listening) void panel?.webview.postMessage(message);
    },
    name(title) {
      if (panel) panel.title = title;
    },
    open() {
      const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      if (panel) panel.reveal(undefined, true);
      else adopt(vscode.window.createWebviewPanel(VIEW, vscode.l10n.t('Tables'), place));
    },
    restore: adopt,
    focus: () => panel?.reveal(),
    dispose() {
      panel?.dispose();
      said.dispose();
      stirred.dispose();
    },
  };
}
