/** Paste: a statutory table copied from Word, WPS, Excel or a web page arrives as the file writes its tables. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PASTE_TABLES, type PasteParams } from '../../server/src/lsp/protocol.ts';
import type { Lifecycle } from './lifecycle.ts';

const HTML = 'text/html';
/** Whatever else has a table in it is pasted as always, without asking. */
const MAY_HOLD_TABLE = /<table[\s>]/i;
const STATUTORY = /申请|规章|复议/;

export function registerPaste(selector: vscode.DocumentSelector, server: Lifecycle<BaseLanguageClient>): vscode.Disposable {
  const kind = vscode.DocumentDropOrPasteEditKind.Text.append('disclosureReport', 'tables');
  const provider: vscode.DocumentPasteEditProvider = {
    async provideDocumentPasteEdits({ uri }, _ranges, transfer, _context, token) {
      const html = await transfer.get(HTML)?.asString();
      if (!html || !MAY_HOLD_TABLE.test(html) || !STATUTORY.test(html)) return undefined;
      const params: PasteParams = { uri: uri.toString(), html };
      const running = await server.current();
      const text = await running?.sendRequest<string | null>(PASTE_TABLES, params, token);
      return text ? [new vscode.DocumentPasteEdit(text, vscode.l10n.t('Paste the statutory tables'), kind)] : undefined;
    },
  };
  return vscode.languages.registerDocumentPasteEditProvider(selector, provider, { pasteMimeTypes: [HTML], providedPasteEditKinds: [kind] });
}
