/** The page of the table view in a webview: where its files are, and its words in the language of the editor. */
import * as vscode from 'vscode';
import { pageOf } from './page.ts';
import type { Texts } from './page-messages.ts';

const texts = (): Texts => ({
  report: vscode.l10n.t('Report {0}'),
  form: vscode.l10n.t('form of {0}'),
  previous: vscode.l10n.t('Last year’s numbers'),
  compare: vscode.l10n.t('Compare with last year'),
  noPrevious: vscode.l10n.t('Last year’s report is not in the workspace.'),
  previousIs: vscode.l10n.t('In {0}: {1}'),
  secondLine: vscode.l10n.t('second line: {0}'),
  differences: vscode.l10n.t('Numbers that differ from last year’s: {0}'),
  copy: vscode.l10n.t('Copy as HTML'),
  copyTable: vscode.l10n.t('Copy this table'),
  save: vscode.l10n.t('Save as HTML…'),
  copied: vscode.l10n.t('Copied: paste it into Word, WPS or a web page.'),
  notCopied: vscode.l10n.t('The clipboard cannot be used here: save the tables as HTML instead.'),
  blank: vscode.l10n.t('blank'),
  missing: vscode.l10n.t('missing'),
  unreadable: vscode.l10n.t('unreadable'),
  invalid: vscode.l10n.t('no valid number'),
  error: vscode.l10n.t('error'),
  suspect: vscode.l10n.t('to be checked'),
  newNumber: vscode.l10n.t('New number for {0}'),
  notWritable: vscode.l10n.t('This cell is not in the text, or cannot be read: mend it in the text.'),
  keys: vscode.l10n.t('Arrow keys move, Enter or F2 changes a number, Escape gives up, Ctrl+Z undoes, Ctrl+Enter goes to the text.'),
  nothing: vscode.l10n.t('There is no report in this document.'),
  noTables: vscode.l10n.t('The tables of this form are not known.'),
  detail: vscode.l10n.t('The chosen cell'),
});

export function tablePage({ extensionUri }: vscode.ExtensionContext, webview: vscode.Webview): string {
  const at = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name)).toString();
  return pageOf({
    script: at('table-view.js'),
    style: at('table-view.css'),
    source: webview.cspSource,
    nonce: crypto.randomUUID().replaceAll('-', ''),
    language: vscode.env.language,
    texts: texts(),
  });
}
