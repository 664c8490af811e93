// The table view inside VS Code: its panel opens beside the report, and follows the reports that come to the front.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, diagnosed, open, openUntitled, textOf, until } from './helpers.ts';

const RULE = 'suspect-cell';

const panels = (): vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('disclosureReport.tables'));

const titled = (words: string): Promise<vscode.Tab> =>
  until(`tables of ${words}`, () => panels().find(({ label }) => label.includes(words)));

suite('the table view', () => {
  teardown(closeEditors);

  test('opens beside the report, which keeps the focus', async () => {
    const document = await open('wrong-total.txt');
    await diagnosed(document.uri, RULE);
    await vscode.commands.executeCommand('disclosureReport.showTable');
    const panel = await titled('云溪市教育局 2023');
    assert.notEqual(panel.group.viewColumn, vscode.window.activeTextEditor?.viewColumn);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
  });

  test('is one panel, which follows the report in front', async () => {
    const first = await open('wrong-total.txt');
    await diagnosed(first.uri, RULE);
    await vscode.commands.executeCommand('disclosureReport.showTable', first.uri, 'applications', 0);
    await titled('云溪市教育局 2023');
    await vscode.window.showTextDocument(first, vscode.ViewColumn.One);
    const other = await openUntitled((await textOf('wrong-total.txt')).replaceAll('2023', '2022'), 'plaintext');
    await diagnosed(other.uri, RULE);
    await titled('云溪市教育局 2022');
    assert.equal(panels().length, 1);
  });

  test('shows the report at the cursor of a file of several', async () => {
    const text = await textOf('wrong-total.txt');
    const document = await openUntitled(`${text}\n${text.replaceAll('2023', '2022')}`, 'plaintext');
    await diagnosed(document.uri, RULE);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const select = (place: vscode.Position) => {
      editor.selection = new vscode.Selection(place, place);
    };
    select(document.positionAt(document.getText().lastIndexOf('一、本年新收')));
    await vscode.commands.executeCommand('disclosureReport.showTable');
    await titled('云溪市教育局 2022');
    select(document.positionAt(document.getText().indexOf('一、本年新收')));
    await titled('云溪市教育局 2023');
  });

  test('follows its text, and is asked for the comparison of two years', async () => {
    const document = await open('wrong-total.txt');
    await diagnosed(document.uri, RULE);
    await vscode.commands.executeCommand('disclosureReport.compareYears', document.uri.toString());
    await titled('云溪市教育局 2023');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, document.lineAt(0).range, '青禾县水务局2021年政府信息公开工作年度报告');
    await vscode.workspace.applyEdit(edit);
    await titled('青禾县水务局 2021');
  });
});
