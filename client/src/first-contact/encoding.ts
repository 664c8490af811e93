/** First contact: says when a report was opened in the wrong encoding, with one click to open it in the right one; and when a file is no text. */
import * as vscode from 'vscode';
import { adviceOn } from './binary.ts';
import { isEligible } from './detection.ts';
import { containerOf, type EncodingId, encodingOf, looksGarbled } from './garbled.ts';

const REOPEN = 'disclosureReport.reopenWithEncoding';
const SOURCE = 'disclosure-report';
const CODE = 'wrong-encoding';
/** Larger files, in bytes, are not read a second time. */
const LARGEST = 8_000_000;

const NAMES: Readonly<Record<EncodingId, string>> = {
  utf8: 'UTF-8',
  gb18030: 'GB18030',
  cp950: 'Big5',
  utf16le: 'UTF-16 LE',
  utf16be: 'UTF-16 BE',
};

async function rightEncoding({ uri, encoding }: vscode.TextDocument): Promise<EncodingId | null> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > LARGEST) return null;
    const right = encodingOf(await vscode.workspace.fs.readFile(uri));
    return right === encoding ? null : right;
  } catch {
    // It cannot be read again, so nothing better can be offered.
    return null;
  }
}

const atTop = (document: vscode.TextDocument, message: string): vscode.Diagnostic => {
  const diagnostic = new vscode.Diagnostic(document.lineAt(0).range, message, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = SOURCE;
  return diagnostic;
};

export function registerEncoding(selector: vscode.DocumentSelector): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('disclosure-report-encoding');
  const offers = new Map<string, EncodingId>();

  const forget = ({ uri }: vscode.TextDocument): void => {
    if (offers.delete(uri.toString()) || diagnostics.has(uri)) diagnostics.delete(uri);
  };
  const look = async (document: vscode.TextDocument): Promise<void> => {
    if (!isEligible(document) || document.isUntitled) return;
    const text = document.getText();
    const container = containerOf(document.uri.path, text);
    if (container) return diagnostics.set(document.uri, [atTop(document, adviceOn(document.uri, container))]);
    if (!looksGarbled(text)) return forget(document);
    const right = await rightEncoding(document);
    if (!right || document.isClosed) return;
    const diagnostic = atTop(
      document,
      vscode.l10n.t('This report is saved as {0} and was opened as {1}.', NAMES[right], document.encoding),
    );
    diagnostic.code = CODE;
    offers.set(document.uri.toString(), right);
    diagnostics.set(document.uri, [diagnostic]);
  };
  const reopen = async (uri: vscode.Uri, encoding: EncodingId): Promise<void> => {
    const document = await vscode.workspace.openTextDocument(uri, { encoding });
    await vscode.window.showTextDocument(document);
    await look(document);
  };
  const actions: vscode.CodeActionProvider = {
    provideCodeActions({ uri }, _range, { diagnostics: here }) {
      const encoding = offers.get(uri.toString());
      const own = here.filter(({ code }) => code === CODE);
      if (!encoding || own.length === 0) return [];
      const title = vscode.l10n.t('Open it as {0}', NAMES[encoding]);
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.command = { command: REOPEN, title, arguments: [uri, encoding] };
      action.diagnostics = own;
      action.isPreferred = true;
      return [action];
    },
  };
  for (const document of vscode.workspace.textDocuments) void look(document);
  return vscode.Disposable.from(
    diagnostics,
    vscode.workspace.onDidOpenTextDocument((document) => void look(document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (offers.has(document.uri.toString())) void look(document);
    }),
    vscode.workspace.onDidCloseTextDocument(forget),
    vscode.commands.registerCommand(REOPEN, reopen),
    vscode.languages.registerCodeActionsProvider(selector, actions, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  );
}
