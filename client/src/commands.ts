/** The commands of the extension. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { RECOMPUTE_COMMAND } from '../../server/src/lsp/protocol.ts';
import { rulesWithPages, showPage } from './pages.ts';

export interface Services {
  readonly log: vscode.LogOutputChannel;
  client(): Promise<BaseLanguageClient | null>;
  restart(): Promise<void>;
}

export function registerCommands(context: vscode.ExtensionContext, services: Services): vscode.Disposable {
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    'disclosureReport.recomputeTotals': () => recompute(services),
    'disclosureReport.showRule': (rule?: unknown) => showRule(context, rule),
    'disclosureReport.restartServer': () => services.restart(),
    'disclosureReport.showLog': () => services.log.show(),
  };
  return vscode.Disposable.from(...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)));
}

async function recompute({ client }: Services): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const running = await client();
  if (!document || !running) return;
  await running.sendRequest('workspace/executeCommand', { command: RECOMPUTE_COMMAND, arguments: [document.uri.toString()] });
}

async function showRule(context: vscode.ExtensionContext, rule: unknown): Promise<void> {
  const rules = await rulesWithPages(context);
  const named = typeof rule === 'string' && rules.includes(rule) ? rule : undefined;
  const picked = named ?? (await vscode.window.showQuickPick(rules, { placeHolder: vscode.l10n.t('Rule') }));
  if (picked) await showPage(context, picked);
}
