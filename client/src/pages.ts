/** The pages of the rules ship with the extension; a finding's code opens its page as a Markdown preview. */
import * as vscode from 'vscode';

/** `vscode://publisher.name/rules/`: the code of a diagnostic may be a link of the editor's own scheme, not a command. */
export const rulePages = (context: vscode.ExtensionContext): string => `${vscode.env.uriScheme}://${context.extension.id}/rules/`;

const pageOf = (context: vscode.ExtensionContext, rule: string): vscode.Uri =>
  vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`);

export const showPage = (context: vscode.ExtensionContext, rule: string): Thenable<unknown> =>
  vscode.commands.executeCommand('markdown.showPreview', pageOf(context, rule));

export const registerPages = (context: vscode.ExtensionContext): vscode.Disposable =>
  vscode.window.registerUriHandler({
    handleUri({ path }) {
      // Only names of rules: the link may come from anywhere.
      const rule = /^\/rules\/([a-z-]+)$/.exec(path)?.[1];
      return rule ? void showPage(context, rule) : undefined;
    },
  });

/** The ids of all rules that have a page. */
export async function rulesWithPages(context: vscode.ExtensionContext): Promise<string[]> {
  const files = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules'));
  return files.flatMap(([name]) => /^([a-z-]+)\.md$/.exec(name)?.[1] ?? []).sort();
}
