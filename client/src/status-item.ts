/** The status item: edition, year and number of findings of the report in the editor. */
import * as vscode from 'vscode';
import type { DocumentStatus } from '../../server/src/lsp/protocol.ts';

function textOf({ reports, findings, waived }: DocumentStatus): string {
  const [report] = reports;
  const total = findings.error + findings.warning + findings.information + findings.hint;
  const year = report?.reportingYear ? vscode.l10n.t('Annual report {0}', String(report.reportingYear)) : vscode.l10n.t('Annual report');
  const shown = total === 0 ? vscode.l10n.t('no findings') : vscode.l10n.t('findings: {0}', String(total));
  const count = waived > 0 ? `${shown} · ${vscode.l10n.t('waived: {0}', String(waived))}` : shown;
  return reports.length > 1 ? `${vscode.l10n.t('{0} reports', String(reports.length))} · ${count}` : `${year} · ${count}`;
}

function severityOf({ findings }: DocumentStatus): vscode.LanguageStatusSeverity {
  if (findings.error > 0) return vscode.LanguageStatusSeverity.Error;
  return findings.warning > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
}

/** `checked`: the server has checked a document. */
export function registerStatus(selector: vscode.DocumentSelector, checked: vscode.Event<DocumentStatus>): vscode.Disposable {
  const known = new Map<string, DocumentStatus>();
  let item: vscode.LanguageStatusItem | undefined;

  const update = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const status = uri ? known.get(uri) : undefined;
    const report = status?.reports[0];
    if (!status || !report) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= vscode.languages.createLanguageStatusItem('disclosureReport.status', selector);
    item.name = vscode.l10n.t('Disclosure report');
    item.text = textOf(status);
    item.detail = [report.unit, report.edition && vscode.l10n.t('form of {0}', report.edition)].filter(Boolean).join(' · ');
    item.severity = severityOf(status);
    item.command = { command: 'workbench.actions.view.problems', title: vscode.l10n.t('Show problems') };
  };
  return vscode.Disposable.from(
    checked((news) => {
      known.set(news.uri, news);
      update();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void known.delete(uri.toString())),
    { dispose: () => item?.dispose() },
  );
}
