/** The commands of the extension. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  RECOMPUTE_COMMAND,
  type RecomputeAnswer,
  WAIVE_COMMAND,
  type WaiveAnswer,
  type WaiveParams,
} from '../../server/src/lsp/protocol.ts';
import type { Lifecycle } from './lifecycle.ts';
import { rulesWithPages, showPage } from './pages.ts';
import { convertTables, createReport } from './writing.ts';

interface Services {
  readonly log: vscode.LogOutputChannel;
  readonly server: Lifecycle<BaseLanguageClient>;
}

async function recompute({ server }: Services): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const running = await server.current();
  const answer = await running?.sendRequest<RecomputeAnswer | null>('workspace/executeCommand', {
    command: RECOMPUTE_COMMAND,
    arguments: [document.uri.toString()],
  });
  const { showInformationMessage, showWarningMessage } = vscode.window;
  // Nobody waits for the messages to be closed.
  if (!answer) void showInformationMessage(vscode.l10n.t('There is no report in this document.'));
  else if (answer.changes === 0) void showInformationMessage(vscode.l10n.t('No total needs recomputing.'));
  else if (answer.breaks > 0)
    void showWarningMessage(vscode.l10n.t('Relations that held and no longer hold: {0}. Undo brings the old totals back.', answer.breaks));
}

async function waive({ server }: Services, params: WaiveParams | undefined): Promise<void> {
  if (!params) return;
  const reason = await vscode.window.showInputBox({
    title: vscode.l10n.t('Waive the finding'),
    prompt: vscode.l10n.t('Why is it waived? The reason is kept in disclosure-report.waivers.json.'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A reason is needed.') : null),
  });
  if (!reason?.trim()) return;
  const running = await server.current();
  const answer = await running?.sendRequest<WaiveAnswer | null>('workspace/executeCommand', {
    command: WAIVE_COMMAND,
    arguments: [params, reason],
  });
  const { showWarningMessage } = vscode.window;
  if (answer?.kind === 'written') await (await vscode.workspace.openTextDocument(vscode.Uri.parse(answer.uri))).save();
  else if (answer?.kind === 'faulty') {
    void showWarningMessage(vscode.l10n.t('Nothing can be added to this file: correct it first.'));
    await vscode.window.showTextDocument(vscode.Uri.parse(answer.uri));
  } else void showWarningMessage(vscode.l10n.t('The report has changed meanwhile: nothing was waived.'));
}

async function showRule(context: vscode.ExtensionContext, rule: unknown): Promise<void> {
  const rules = await rulesWithPages(context);
  const named = typeof rule === 'string' && rules.includes(rule) ? rule : undefined;
  const picked = named ?? (await vscode.window.showQuickPick(rules, { placeHolder: vscode.l10n.t('Rule') }));
  if (picked) await showPage(context, picked);
}

export function registerCommands(context: vscode.ExtensionContext, services: Services): vscode.Disposable {
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    'disclosureReport.recomputeTotals': () => recompute(services),
    'disclosureReport.showRule': (rule?: unknown) => showRule(context, rule),
    'disclosureReport.waive': (params?: WaiveParams) => waive(services, params),
    'disclosureReport.convertTables': () => convertTables(services.server),
    'disclosureReport.newReport': () => createReport(services.server),
    'disclosureReport.restartServer': async () => void (await services.server.restart()),
    'disclosureReport.showLog': () => services.log.show(),
  };
  return vscode.Disposable.from(...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)));
}
