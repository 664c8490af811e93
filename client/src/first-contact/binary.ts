/** Word files and the like: what to do with one, said where it is opened as text, and once where the editor cannot show it at all. */
import * as vscode from 'vscode';
import type { Container } from '../../../server/src/core/text/containers.ts';
import { SCHEMES } from './detection.ts';
import { containerToTell } from './garbled.ts';

/** The advice is that of the command line, which has it in the languages of the product. */
export const adviceOn = ({ path }: vscode.Uri, { advice }: Container): string =>
  vscode.l10n.t(
    '{0} is no text. To have it checked as a disclosure report: {1}.',
    path.slice(path.lastIndexOf('/') + 1),
    advice[vscode.env.language.toLowerCase() === 'zh-cn' ? 'zh-cn' : 'en'],
  );

/** Whether the editor has the file and refuses to show it as text. One that it shows is told of as a problem in it. */
async function isBinary(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    return false;
  }
  return vscode.workspace.openTextDocument(uri).then(
    () => false,
    () => true,
  );
}

export function registerBinary(): vscode.Disposable {
  const told = new Set<string>();
  const look = async (tab: vscode.Tab | undefined): Promise<void> => {
    // Where another extension shows such files, the tab is a custom editor’s, and all is well.
    if (!(tab?.input instanceof vscode.TabInputText)) return;
    const { uri } = tab.input;
    const container = (SCHEMES as readonly string[]).includes(uri.scheme) ? containerToTell(uri.path) : null;
    if (!container || told.has(uri.toString())) return;
    told.add(uri.toString());
    if (await isBinary(uri)) void vscode.window.showInformationMessage(adviceOn(uri, container));
  };
  // Tabs that were restored below others are told of when somebody looks at them.
  const lookAtShown = (): void => vscode.window.tabGroups.all.forEach((group) => void look(group.activeTab));
  lookAtShown();
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(lookAtShown),
    vscode.window.tabGroups.onDidChangeTabGroups(lookAtShown),
  );
}
