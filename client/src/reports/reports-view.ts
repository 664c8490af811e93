/** The view “Reports”: the reports of the workspace by unit and year, each with how it stands. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type KnownReport, REPORTS } from '../../../server/src/lsp/protocol.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { type ReportNode, treeOf, type UnitNode } from './reports-tree.ts';

const VIEW = 'disclosureReport.reports';

const ICONS = {
  error: ['error', 'list.errorForeground'],
  warning: ['warning', 'list.warningForeground'],
  right: ['pass', 'testing.iconPassed'],
  unknown: ['circle-outline', undefined],
} as const;

function iconOf({ state }: ReportNode | UnitNode): vscode.ThemeIcon {
  const [icon, color] = ICONS[state];
  return new vscode.ThemeIcon(icon, color && new vscode.ThemeColor(color));
}

const STATES = {
  error: () => vscode.l10n.t('errors'),
  warning: () => vscode.l10n.t('warnings'),
  right: () => vscode.l10n.t('no errors or warnings'),
  unknown: () => vscode.l10n.t('not checked yet'),
} as const;

function itemOf(node: ReportNode | UnitNode): vscode.TreeItem {
  const { state, label } = node;
  const name = label ?? vscode.l10n.t('Unit not named');
  const folded = node.kind === 'unit' ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None;
  const item = new vscode.TreeItem(node.kind === 'unit' ? name : (label ?? vscode.l10n.t('Year not known')), folded);
  item.iconPath = iconOf(node);
  item.accessibilityInformation = { label: `${item.label}, ${STATES[state]()}` };
  if (node.kind === 'unit') return item;
  const uri = vscode.Uri.parse(node.uri);
  const total = node.findings ? Object.values(node.findings).reduce((sum, count) => sum + count, 0) : null;
  item.description = [vscode.workspace.asRelativePath(uri), total ? vscode.l10n.t('findings: {0}', String(total)) : '']
    .filter(Boolean)
    .join(' · ');
  item.tooltip = `${vscode.workspace.asRelativePath(uri)}\n${STATES[state]()}`;
  item.command = {
    command: 'vscode.open',
    title: '',
    arguments: [uri, ...(node.line === null ? [] : [{ selection: new vscode.Range(node.line, 0, node.line, 0) }])],
  };
  return item;
}

/** `changed`: the server knows other reports now, or knows more of them. */
export function registerReportsView(server: Lifecycle<BaseLanguageClient>, changed: vscode.Event<void>): vscode.Disposable {
  const known = async (): Promise<readonly KnownReport[]> => {
    // Whoever opens the view wants the reports, even if none has been opened yet.
    const running = await server.ensure();
    return (await running?.sendRequest<readonly KnownReport[]>(REPORTS)) ?? [];
  };
  const provider: vscode.TreeDataProvider<ReportNode | UnitNode> = {
    onDidChangeTreeData: changed,
    getTreeItem: itemOf,
    getChildren: async (node) => (node === undefined ? treeOf(await known()) : node.kind === 'unit' ? [...node.reports] : []),
  };
  return vscode.window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });
}
