/** Commands for those who write: tables in another layout, a report to begin with. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CONVERT_TABLES,
  type ConvertAnswer,
  type ConvertParams,
  type KnownReport,
  NEW_REPORT,
  type NewReportAnswer,
  type NewReportParams,
  REPORT_LAYOUTS,
  REPORTS,
  TARGET_LAYOUTS,
} from '../../server/src/lsp/protocol.ts';
import { LANGUAGE } from './first-contact/detection.ts';
import type { Lifecycle } from './lifecycle.ts';

const NAMES: Readonly<Record<ConvertParams['layout'], () => string>> = {
  tsv: () => vscode.l10n.t('TABs between cells'),
  markdown: () => vscode.l10n.t('Markdown table'),
  aligned: () => vscode.l10n.t('columns by spaces'),
  'cell-lines': () => vscode.l10n.t('one cell a line'),
  html: () => vscode.l10n.t('HTML table'),
};

const pickLayout = async <T extends ConvertParams['layout']>(layouts: readonly T[], title: string): Promise<T | undefined> => {
  const items = layouts.map((layout) => ({ label: layout, description: NAMES[layout](), layout }));
  return (await vscode.window.showQuickPick(items, { title, ...STAYS }))?.layout;
};

export async function convertTables(server: Lifecycle<BaseLanguageClient>): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const layout = await pickLayout(TARGET_LAYOUTS, vscode.l10n.t('Convert the tables to…'));
  if (!layout) return;
  const params: ConvertParams = { uri: document.uri.toString(), layout };
  const answer = await (await server.current())?.sendRequest<ConvertAnswer | null>(CONVERT_TABLES, params);
  if (!answer) void vscode.window.showInformationMessage(vscode.l10n.t('There is no report in this document.'));
  else if (answer.refused !== null) void vscode.window.showWarningMessage(answer.refused);
}

/** Each question follows another: what was answered is not lost because the editor takes the focus in between. */
const STAYS = { ignoreFocusOut: true };

/** Names of units as they are offered: those of the workspace, and what is typed. */
async function pickUnit(known: readonly KnownReport[]): Promise<string | undefined> {
  const units = [...new Set(known.flatMap(({ unit }) => unit ?? []))].sort((a, b) => a.localeCompare(b, 'zh-CN'));
  const title = vscode.l10n.t('New report: the unit');
  if (units.length === 0) return vscode.window.showInputBox({ title, placeHolder: vscode.l10n.t('such as 青禾县水务局'), ...STAYS });
  const other = { label: `$(edit) ${vscode.l10n.t('another unit…')}`, unit: null };
  const picked = await vscode.window.showQuickPick([...units.map((unit) => ({ label: unit, unit })), other], { title, ...STAYS });
  return picked?.unit === null ? vscode.window.showInputBox({ title, ...STAYS }) : (picked?.unit ?? undefined);
}

const pickYear = async (): Promise<number | undefined> => {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('New report: the reporting year'),
    value: String(new Date().getFullYear() - 1),
    ...STAYS,
    validateInput: (text) => (/^20\d\d$/.test(text.trim()) ? null : vscode.l10n.t('A year such as 2025 is needed.')),
  });
  return typed === undefined ? undefined : Number(typed);
};

const LANGUAGES: Readonly<Record<NewReportParams['layout'], string>> = {
  markdown: 'markdown',
  tsv: LANGUAGE,
  'cell-lines': LANGUAGE,
  html: 'html',
};

export async function createReport(server: Lifecycle<BaseLanguageClient>): Promise<void> {
  const running = await server.ensure();
  const known = (await running?.sendRequest<readonly KnownReport[]>(REPORTS)) ?? [];
  const unit = (await pickUnit(known))?.trim();
  if (!unit) return;
  const year = await pickYear();
  if (year === undefined) return;
  const layout = await pickLayout(REPORT_LAYOUTS, vscode.l10n.t('New report: how tables are written'));
  if (!layout) return;
  const params: NewReportParams = { unit, year, layout };
  const answer = await running?.sendRequest<NewReportAnswer | null>(NEW_REPORT, params);
  if (!answer) {
    void vscode.window.showWarningMessage(vscode.l10n.t('No form is known for the year {0}.', String(year)));
    return;
  }
  const document = await vscode.workspace.openTextDocument({ content: answer.text, language: LANGUAGES[layout] });
  await vscode.window.showTextDocument(document);
}
