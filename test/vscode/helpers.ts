// What the tests inside VS Code share: opening documents, and waiting for what the language server has to say.
import path from 'node:path';
import * as vscode from 'vscode';

const SOURCE = 'disclosure-report';

/** The text of a file of the test workspace, as it lies on disk. */
export async function textOf(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(name)));
}

export function uriOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no workspace is open');
  return vscode.Uri.file(path.join(folder.uri.fsPath, name)).with({ scheme: folder.uri.scheme, authority: folder.uri.authority });
}

export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

export async function openUntitled(content: string, language: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Our own diagnostics of a document, as they stand. */
export const diagnosticsOf = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === SOURCE);

/** The rule that a diagnostic belongs to. */
export const ruleOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);

export const rulesOf = (uri: vscode.Uri): string[] => diagnosticsOf(uri).map(ruleOf);

/** Waits for the first diagnostic of a rule. */
export const diagnosed = (uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> =>
  until(`${rule} in ${uri}`, () => diagnosticsOf(uri).find((diagnostic) => ruleOf(diagnostic) === rule));

/** Waits until a document has no diagnostic of a rule (left). */
export const undiagnosed = (uri: vscode.Uri, rule: string): Promise<boolean> =>
  until(`no ${rule} in ${uri}`, () => (rulesOf(uri).includes(rule) ? undefined : true));

/**
 * Asks again every tenth of a second: the editor answers nothing at all, or an empty list, while extensions are still
 * being started.
 */
export async function until<T>(what: string, ask: () => T | undefined | PromiseLike<T | undefined>): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Closes every editor and forgets what was typed. */
export async function closeEditors(): Promise<void> {
  const close = () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await until('all editors closed', async () => {
    if (vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0)) return true;
    await close();
    return undefined;
  });
}
