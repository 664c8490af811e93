/** The text’s side of the table view: its numbers are selected, changed and saved beside it. */
import * as vscode from 'vscode';
import type { NumberCell, WriteCellAnswer } from '../../../server/src/lsp/protocol.ts';

type Edits = Extract<WriteCellAnswer, { readonly kind: 'edits' }>['edits'];

export const toRange = ({ start, end }: NonNullable<NumberCell['range']>): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

const isOf =
  (uri: vscode.Uri) =>
  (document: vscode.TextDocument): boolean =>
    document.uri.toString() === uri.toString();

const editorOf = (uri: vscode.Uri): vscode.TextEditor | undefined =>
  vscode.window.visibleTextEditors.find(({ document }) => isOf(uri)(document));
/** Where the cursor is in a text that is seen. */
export const cursorIn = (uri: vscode.Uri): vscode.Position | null => editorOf(uri)?.selection.active ?? null;
const columnOf = (uri: vscode.Uri): vscode.ViewColumn => editorOf(uri)?.viewColumn ?? vscode.ViewColumn.One;

/** Edits of one version of a text as one undo step; says whether the text was still that. */
export async function change(uri: vscode.Uri, version: number, edits: Edits): Promise<boolean> {
  if (vscode.workspace.textDocuments.find(isOf(uri))?.version !== version) return false;
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    uri,
    edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(range), newText)),
  );
  return vscode.workspace.applyEdit(edit);
}

/** Selects a range; a text that nobody sees is brought to the front. `focus` says where the keyboard is afterwards. */
export async function select(uri: vscode.Uri, range: vscode.Range, focus: 'table' | 'text'): Promise<void> {
  const visible = editorOf(uri);
  if (!visible || focus === 'text') {
    await vscode.window.showTextDocument(uri, { viewColumn: columnOf(uri), selection: range, preserveFocus: focus === 'table' });
    return;
  }
  visible.selection = new vscode.Selection(range.start, range.end);
  visible.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Runs a command of the editor in a text, which has the keyboard afterwards: the editor undoes only what is in front. */
export async function inText(uri: vscode.Uri, command: 'undo' | 'redo'): Promise<void> {
  await vscode.window.showTextDocument(uri, { viewColumn: columnOf(uri) });
  await vscode.commands.executeCommand(command);
}

/** Asks for a place, beside the text unless told otherwise. */
export async function saveBeside(uri: vscode.Uri, html: string): Promise<void> {
  const defaultUri = uri.scheme === 'untitled' ? undefined : uri.with({ path: `${uri.path.replace(/\.[^./]*$/, '')}-tables.html` });
  const target = await vscode.window.showSaveDialog({ ...(defaultUri ? { defaultUri } : {}), filters: { HTML: ['html'] } });
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(html));
}
